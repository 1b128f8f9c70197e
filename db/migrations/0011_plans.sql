CREATE TABLE `goal_area_link` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`document` text NOT NULL,
	`area` text NOT NULL,
	`definition_version` text NOT NULL,
	`code` text NOT NULL,
	`is_linked` integer NOT NULL,
	`reason` text NOT NULL,
	`saved_at` text NOT NULL,
	`saved_by` text,
	FOREIGN KEY (`document`) REFERENCES `goal_document`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`definition_version`) REFERENCES `definition`(`version`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`saved_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `goal_document` (
	`id` text PRIMARY KEY NOT NULL,
	`content` text NOT NULL,
	`sha256` text NOT NULL,
	`loaded_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `activity` (
	`year` integer NOT NULL,
	`number` integer NOT NULL,
	PRIMARY KEY(`year`, `number`),
	FOREIGN KEY (`year`) REFERENCES `operations_plan`(`year`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `activity_actor` (
	`year` integer NOT NULL,
	`number` integer NOT NULL,
	`revision` integer NOT NULL,
	`actor_id` text NOT NULL,
	PRIMARY KEY(`year`, `number`, `revision`, `actor_id`),
	FOREIGN KEY (`actor_id`) REFERENCES `actor`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`year`,`number`,`revision`) REFERENCES `activity_revision`(`year`,`number`,`revision`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `activity_check` (
	`year` integer NOT NULL,
	`number` integer NOT NULL,
	`revision` integer NOT NULL,
	`day` text NOT NULL,
	PRIMARY KEY(`year`, `number`, `revision`, `day`),
	FOREIGN KEY (`year`,`number`,`revision`) REFERENCES `activity_revision`(`year`,`number`,`revision`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `activity_note` (
	`year` integer NOT NULL,
	`number` integer NOT NULL,
	`sequence` integer NOT NULL,
	`state` text NOT NULL,
	`check_day` text,
	`text` text NOT NULL,
	`save_id` text NOT NULL,
	`saved_at` text NOT NULL,
	`saved_by` text,
	PRIMARY KEY(`year`, `number`, `sequence`),
	FOREIGN KEY (`saved_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`year`,`number`) REFERENCES `activity`(`year`,`number`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `activity_note_save` ON `activity_note` (`save_id`);--> statement-breakpoint
CREATE TABLE `activity_revision` (
	`year` integer NOT NULL,
	`number` integer NOT NULL,
	`revision` integer NOT NULL,
	`version` integer NOT NULL,
	`goal_area` text NOT NULL,
	`what` text NOT NULL,
	`holder` text NOT NULL,
	`from_tertial` integer,
	`to_tertial` integer,
	`cost_frame` integer,
	`check_how` text NOT NULL,
	`is_removed` integer NOT NULL,
	`save_id` text NOT NULL,
	`saved_at` text NOT NULL,
	`saved_by` text,
	PRIMARY KEY(`year`, `number`, `revision`),
	FOREIGN KEY (`saved_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`year`,`number`) REFERENCES `activity`(`year`,`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`year`,`version`) REFERENCES `plan_version`(`year`,`version`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "activity_revision_when" CHECK(("activity_revision"."from_tertial" IS NULL AND "activity_revision"."to_tertial" IS NULL) OR ("activity_revision"."from_tertial" BETWEEN 1 AND 3 AND "activity_revision"."to_tertial" BETWEEN "activity_revision"."from_tertial" AND 3)),
	CONSTRAINT "activity_revision_cost" CHECK("activity_revision"."cost_frame" IS NULL OR "activity_revision"."cost_frame" >= 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `activity_revision_save` ON `activity_revision` (`save_id`);--> statement-breakpoint
CREATE TABLE `activity_sub` (
	`year` integer NOT NULL,
	`number` integer NOT NULL,
	`revision` integer NOT NULL,
	`code` text NOT NULL,
	`expected_level` integer,
	`expected_actors` integer,
	PRIMARY KEY(`year`, `number`, `revision`, `code`),
	FOREIGN KEY (`year`,`number`,`revision`) REFERENCES `activity_revision`(`year`,`number`,`revision`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "activity_sub_effect" CHECK("activity_sub"."expected_level" IS NULL OR "activity_sub"."expected_actors" IS NOT NULL)
) STRICT;
--> statement-breakpoint
CREATE TABLE `operations_plan` (
	`year` integer PRIMARY KEY NOT NULL,
	`basis_year` integer NOT NULL,
	`goal_document` text NOT NULL,
	FOREIGN KEY (`basis_year`) REFERENCES `round`(`year`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`goal_document`) REFERENCES `goal_document`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `plan_adoption` (
	`year` integer NOT NULL,
	`version` integer NOT NULL,
	`adopted_on` text NOT NULL,
	`meeting` text NOT NULL,
	`reference` text NOT NULL,
	`registry_number` text NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	`recorded_as` text NOT NULL,
	PRIMARY KEY(`year`, `version`),
	FOREIGN KEY (`recorded_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`year`,`version`) REFERENCES `plan_version`(`year`,`version`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `plan_discard` (
	`year` integer NOT NULL,
	`version` integer NOT NULL,
	`discarded_at` text NOT NULL,
	`discarded_by` text,
	PRIMARY KEY(`year`, `version`),
	FOREIGN KEY (`discarded_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`year`,`version`) REFERENCES `plan_version`(`year`,`version`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `plan_presentation` (
	`year` integer NOT NULL,
	`version` integer NOT NULL,
	`presented_on` text NOT NULL,
	`note` text NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	PRIMARY KEY(`year`, `version`),
	FOREIGN KEY (`recorded_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`year`,`version`) REFERENCES `plan_adoption`(`year`,`version`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `plan_proposal_act` (
	`year` integer NOT NULL,
	`sequence` integer NOT NULL,
	`key` text NOT NULL,
	`act` text NOT NULL,
	`number` integer,
	`reason` text NOT NULL,
	`proposal` text NOT NULL,
	`saved_at` text NOT NULL,
	`saved_by` text,
	PRIMARY KEY(`year`, `sequence`),
	FOREIGN KEY (`year`) REFERENCES `operations_plan`(`year`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`saved_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`year`,`number`) REFERENCES `activity`(`year`,`number`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "plan_proposal_act_taken" CHECK(("plan_proposal_act"."act" = 'taken') = ("plan_proposal_act"."number" IS NOT NULL))
) STRICT;
--> statement-breakpoint
CREATE TABLE `plan_version` (
	`year` integer NOT NULL,
	`version` integer NOT NULL,
	`started_at` text NOT NULL,
	`started_by` text,
	PRIMARY KEY(`year`, `version`),
	FOREIGN KEY (`year`) REFERENCES `operations_plan`(`year`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`started_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TRIGGER `goal_area_link_no_update` BEFORE UPDATE ON `goal_area_link` BEGIN SELECT RAISE(ABORT, 'a change of a goal area is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `goal_area_link_no_delete` BEFORE DELETE ON `goal_area_link` BEGIN SELECT RAISE(ABORT, 'a change of a goal area is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `operations_plan_no_update` BEFORE UPDATE ON `operations_plan` BEGIN SELECT RAISE(ABORT, 'a plan is never changed, only followed by a version'); END;--> statement-breakpoint
CREATE TRIGGER `operations_plan_no_delete` BEFORE DELETE ON `operations_plan` BEGIN SELECT RAISE(ABORT, 'a plan is never changed, only followed by a version'); END;--> statement-breakpoint
CREATE TRIGGER `plan_version_no_update` BEFORE UPDATE ON `plan_version` BEGIN SELECT RAISE(ABORT, 'a version of a plan is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `plan_version_no_delete` BEFORE DELETE ON `plan_version` BEGIN SELECT RAISE(ABORT, 'a version of a plan is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `plan_adoption_no_update` BEFORE UPDATE ON `plan_adoption` BEGIN SELECT RAISE(ABORT, 'an adopted plan is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `plan_adoption_no_delete` BEFORE DELETE ON `plan_adoption` BEGIN SELECT RAISE(ABORT, 'an adopted plan is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `plan_presentation_no_update` BEFORE UPDATE ON `plan_presentation` BEGIN SELECT RAISE(ABORT, 'a presentation is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `plan_presentation_no_delete` BEFORE DELETE ON `plan_presentation` BEGIN SELECT RAISE(ABORT, 'a presentation is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `plan_discard_no_update` BEFORE UPDATE ON `plan_discard` BEGIN SELECT RAISE(ABORT, 'what was thrown away stays so'); END;--> statement-breakpoint
CREATE TRIGGER `plan_discard_no_delete` BEFORE DELETE ON `plan_discard` BEGIN SELECT RAISE(ABORT, 'what was thrown away stays so'); END;--> statement-breakpoint
CREATE TRIGGER `activity_no_update` BEFORE UPDATE ON `activity` BEGIN SELECT RAISE(ABORT, 'an activity is never changed, only followed by a revision'); END;--> statement-breakpoint
CREATE TRIGGER `activity_no_delete` BEFORE DELETE ON `activity` BEGIN SELECT RAISE(ABORT, 'an activity is never changed, only followed by a revision'); END;--> statement-breakpoint
CREATE TRIGGER `activity_revision_no_update` BEFORE UPDATE ON `activity_revision` BEGIN SELECT RAISE(ABORT, 'a saved activity is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `activity_revision_no_delete` BEFORE DELETE ON `activity_revision` BEGIN SELECT RAISE(ABORT, 'a saved activity is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `activity_sub_no_update` BEFORE UPDATE ON `activity_sub` BEGIN SELECT RAISE(ABORT, 'a saved activity is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `activity_sub_no_delete` BEFORE DELETE ON `activity_sub` BEGIN SELECT RAISE(ABORT, 'a saved activity is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `activity_actor_no_update` BEFORE UPDATE ON `activity_actor` BEGIN SELECT RAISE(ABORT, 'a saved activity is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `activity_actor_no_delete` BEFORE DELETE ON `activity_actor` BEGIN SELECT RAISE(ABORT, 'a saved activity is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `activity_check_no_update` BEFORE UPDATE ON `activity_check` BEGIN SELECT RAISE(ABORT, 'a saved activity is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `activity_check_no_delete` BEFORE DELETE ON `activity_check` BEGIN SELECT RAISE(ABORT, 'a saved activity is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `activity_note_no_update` BEFORE UPDATE ON `activity_note` BEGIN SELECT RAISE(ABORT, 'a note is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `activity_note_no_delete` BEFORE DELETE ON `activity_note` BEGIN SELECT RAISE(ABORT, 'a note is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `plan_proposal_act_no_update` BEFORE UPDATE ON `plan_proposal_act` BEGIN SELECT RAISE(ABORT, 'what was done with a proposal is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `plan_proposal_act_no_delete` BEFORE DELETE ON `plan_proposal_act` BEGIN SELECT RAISE(ABORT, 'what was done with a proposal is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `goal_document_used_no_update` BEFORE UPDATE ON `goal_document` WHEN EXISTS (SELECT 1 FROM `operations_plan` WHERE `goal_document` = OLD.`id`) BEGIN SELECT RAISE(ABORT, 'a document of goals that a plan stands on is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `goal_document_no_delete` BEFORE DELETE ON `goal_document` BEGIN SELECT RAISE(ABORT, 'a document of goals is never deleted'); END;
