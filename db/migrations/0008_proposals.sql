CREATE TABLE `ambition_goal` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`definition_version` text NOT NULL,
	`code` text NOT NULL,
	`level` integer,
	`goal_year` integer,
	`reference` text NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	`recorded_as` text NOT NULL,
	FOREIGN KEY (`definition_version`) REFERENCES `definition`(`version`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ambition_goal_whole" CHECK(("ambition_goal"."level" IS NULL) = ("ambition_goal"."goal_year" IS NULL))
) STRICT;
--> statement-breakpoint
CREATE TABLE `proposal` (
	`year` integer NOT NULL,
	`number` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text,
	`closed_at` text,
	`closed_by` text,
	`sequence` integer,
	PRIMARY KEY(`year`, `number`),
	FOREIGN KEY (`year`) REFERENCES `round`(`year`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`closed_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "proposal_decided" CHECK("proposal"."sequence" IS NULL OR "proposal"."closed_at" IS NOT NULL)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `proposal_one_open` ON `proposal` (`year`) WHERE closed_at IS NULL;--> statement-breakpoint
CREATE TABLE `proposal_remark` (
	`year` integer NOT NULL,
	`number` integer NOT NULL,
	`sequence` integer NOT NULL,
	`code` text,
	`text` text NOT NULL,
	`noted_at` text NOT NULL,
	`noted_by` text,
	PRIMARY KEY(`year`, `number`, `sequence`),
	FOREIGN KEY (`noted_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`year`,`number`) REFERENCES `proposal`(`year`,`number`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `proposal_revision` (
	`year` integer NOT NULL,
	`number` integer NOT NULL,
	`revision` integer NOT NULL,
	`saved_at` text NOT NULL,
	`saved_by` text,
	PRIMARY KEY(`year`, `number`, `revision`),
	FOREIGN KEY (`saved_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`year`,`number`) REFERENCES `proposal`(`year`,`number`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `proposal_row` (
	`year` integer NOT NULL,
	`number` integer NOT NULL,
	`revision` integer NOT NULL,
	`code` text NOT NULL,
	`group_key` text NOT NULL,
	`minimum` integer,
	`ambition` integer,
	`motive` text NOT NULL,
	PRIMARY KEY(`year`, `number`, `code`, `group_key`, `revision`),
	FOREIGN KEY (`year`,`number`,`revision`) REFERENCES `proposal_revision`(`year`,`number`,`revision`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
ALTER TABLE `decision` ADD `meeting` text;--> statement-breakpoint
ALTER TABLE `decision` ADD `proposal` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `decision_proposal` ON `decision` (`year`,`proposal`);--> statement-breakpoint
ALTER TABLE `decision_level` ADD `motive` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE TRIGGER `proposal_revision_no_update` BEFORE UPDATE ON `proposal_revision` BEGIN SELECT RAISE(ABORT, 'a saved proposal is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `proposal_revision_no_delete` BEFORE DELETE ON `proposal_revision` BEGIN SELECT RAISE(ABORT, 'a saved proposal is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `proposal_row_no_update` BEFORE UPDATE ON `proposal_row` BEGIN SELECT RAISE(ABORT, 'a saved proposal is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `proposal_row_no_delete` BEFORE DELETE ON `proposal_row` BEGIN SELECT RAISE(ABORT, 'a saved proposal is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `proposal_remark_no_update` BEFORE UPDATE ON `proposal_remark` BEGIN SELECT RAISE(ABORT, 'a remark is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `proposal_remark_no_delete` BEFORE DELETE ON `proposal_remark` BEGIN SELECT RAISE(ABORT, 'a remark is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `ambition_goal_no_update` BEFORE UPDATE ON `ambition_goal` BEGIN SELECT RAISE(ABORT, 'a goal is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `ambition_goal_no_delete` BEFORE DELETE ON `ambition_goal` BEGIN SELECT RAISE(ABORT, 'a goal is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `proposal_closed_no_update` BEFORE UPDATE ON `proposal` WHEN OLD.`closed_at` IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a closed proposal is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `proposal_no_delete` BEFORE DELETE ON `proposal` BEGIN SELECT RAISE(ABORT, 'a proposal is never deleted'); END;
