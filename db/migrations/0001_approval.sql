CREATE TABLE `approval` (
	`year` integer NOT NULL,
	`actor_id` text NOT NULL,
	`number` integer NOT NULL,
	`approved_at` text NOT NULL,
	`approved_by` text,
	`paper_date` text,
	`reference` text,
	`registry_number` text,
	PRIMARY KEY(`year`, `actor_id`, `number`),
	FOREIGN KEY (`approved_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`year`,`actor_id`,`number`) REFERENCES `submission`(`year`,`actor_id`,`number`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "approval_paper" CHECK(("approval"."paper_date" IS NULL) = ("approval"."reference" IS NULL))
) STRICT;
--> statement-breakpoint
CREATE TABLE `reopening` (
	`year` integer NOT NULL,
	`actor_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`after_number` integer NOT NULL,
	`reason` text NOT NULL,
	`last_day` text NOT NULL,
	`reopened_at` text NOT NULL,
	`reopened_by` text,
	PRIMARY KEY(`year`, `actor_id`, `sequence`),
	FOREIGN KEY (`reopened_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`year`,`actor_id`) REFERENCES `round_actor`(`year`,`actor_id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `send_back_comment` (
	`year` integer NOT NULL,
	`actor_id` text NOT NULL,
	`number` integer NOT NULL,
	`code` text NOT NULL,
	`comment` text NOT NULL,
	PRIMARY KEY(`year`, `actor_id`, `number`, `code`),
	FOREIGN KEY (`year`,`actor_id`,`number`) REFERENCES `submission_end`(`year`,`actor_id`,`number`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `submission_end` (
	`year` integer NOT NULL,
	`actor_id` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`ended_at` text NOT NULL,
	`ended_by` text,
	`note` text NOT NULL,
	PRIMARY KEY(`year`, `actor_id`, `number`),
	FOREIGN KEY (`ended_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`year`,`actor_id`,`number`) REFERENCES `submission`(`year`,`actor_id`,`number`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
ALTER TABLE `submission` ADD `registry_number` text;--> statement-breakpoint
CREATE TRIGGER `approval_no_update` BEFORE UPDATE ON `approval` BEGIN SELECT RAISE(ABORT, 'an approval is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `approval_no_delete` BEFORE DELETE ON `approval` BEGIN SELECT RAISE(ABORT, 'an approval is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `submission_end_no_update` BEFORE UPDATE ON `submission_end` BEGIN SELECT RAISE(ABORT, 'the end of a submission is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `submission_end_no_delete` BEFORE DELETE ON `submission_end` BEGIN SELECT RAISE(ABORT, 'the end of a submission is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `send_back_comment_no_update` BEFORE UPDATE ON `send_back_comment` BEGIN SELECT RAISE(ABORT, 'a comment that was sent is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `send_back_comment_no_delete` BEFORE DELETE ON `send_back_comment` BEGIN SELECT RAISE(ABORT, 'a comment that was sent is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `reopening_no_update` BEFORE UPDATE ON `reopening` BEGIN SELECT RAISE(ABORT, 'a reopening is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `reopening_no_delete` BEFORE DELETE ON `reopening` BEGIN SELECT RAISE(ABORT, 'a reopening is never changed'); END;
