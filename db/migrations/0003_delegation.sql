CREATE TABLE `delegation` (
	`year` integer NOT NULL,
	`actor_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`capability` integer NOT NULL,
	`person_id` text NOT NULL,
	`delegated_at` text NOT NULL,
	`delegated_by` text,
	PRIMARY KEY(`year`, `actor_id`, `sequence`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`delegated_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`year`,`actor_id`) REFERENCES `round_actor`(`year`,`actor_id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `delegation_end` (
	`year` integer NOT NULL,
	`actor_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`taken_back_at` text NOT NULL,
	`taken_back_by` text,
	PRIMARY KEY(`year`, `actor_id`, `sequence`),
	FOREIGN KEY (`taken_back_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`year`,`actor_id`,`sequence`) REFERENCES `delegation`(`year`,`actor_id`,`sequence`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `delegation_mark` (
	`year` integer NOT NULL,
	`actor_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`note` text NOT NULL,
	`marked_at` text NOT NULL,
	PRIMARY KEY(`year`, `actor_id`, `sequence`, `number`),
	FOREIGN KEY (`year`,`actor_id`,`sequence`) REFERENCES `delegation`(`year`,`actor_id`,`sequence`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
ALTER TABLE `membership` ADD `last_used_at` text;--> statement-breakpoint
CREATE TRIGGER `delegation_no_update` BEFORE UPDATE ON `delegation` BEGIN SELECT RAISE(ABORT, 'a delegation is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `delegation_no_delete` BEFORE DELETE ON `delegation` BEGIN SELECT RAISE(ABORT, 'a delegation is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `delegation_end_no_update` BEFORE UPDATE ON `delegation_end` BEGIN SELECT RAISE(ABORT, 'the end of a delegation is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `delegation_end_no_delete` BEFORE DELETE ON `delegation_end` BEGIN SELECT RAISE(ABORT, 'the end of a delegation is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `delegation_mark_no_update` BEFORE UPDATE ON `delegation_mark` BEGIN SELECT RAISE(ABORT, 'a mark that was made is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `delegation_mark_no_delete` BEFORE DELETE ON `delegation_mark` BEGIN SELECT RAISE(ABORT, 'a mark that was made is never changed'); END;
