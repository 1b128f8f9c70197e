CREATE TABLE `more_time_answer` (
	`year` integer NOT NULL,
	`actor_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`granted_day` text,
	`note` text NOT NULL,
	`answered_at` text NOT NULL,
	`answered_by` text,
	PRIMARY KEY(`year`, `actor_id`, `sequence`),
	FOREIGN KEY (`answered_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`year`,`actor_id`,`sequence`) REFERENCES `more_time_request`(`year`,`actor_id`,`sequence`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "more_time_answer_declined" CHECK("more_time_answer"."granted_day" IS NOT NULL OR "more_time_answer"."note" <> '')
) STRICT;
--> statement-breakpoint
CREATE TABLE `more_time_request` (
	`year` integer NOT NULL,
	`actor_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`wanted_day` text NOT NULL,
	`reason` text NOT NULL,
	`asked_at` text NOT NULL,
	`asked_by` text,
	PRIMARY KEY(`year`, `actor_id`, `sequence`),
	FOREIGN KEY (`asked_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`year`,`actor_id`) REFERENCES `round_actor`(`year`,`actor_id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `on_behalf` (
	`year` integer NOT NULL,
	`actor_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`basis` text NOT NULL,
	`basis_day` text NOT NULL,
	`note` text NOT NULL,
	`started_at` text NOT NULL,
	`started_by` text,
	PRIMARY KEY(`year`, `actor_id`, `sequence`),
	FOREIGN KEY (`started_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`year`,`actor_id`) REFERENCES `round_actor`(`year`,`actor_id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `on_behalf_end` (
	`year` integer NOT NULL,
	`actor_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`ended_at` text NOT NULL,
	`ended_by` text,
	PRIMARY KEY(`year`, `actor_id`, `sequence`),
	FOREIGN KEY (`ended_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`year`,`actor_id`,`sequence`) REFERENCES `on_behalf`(`year`,`actor_id`,`sequence`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `round_withdrawal` (
	`year` integer NOT NULL,
	`sequence` integer NOT NULL,
	`opened_at` text NOT NULL,
	`reason` text NOT NULL,
	`withdrawn_at` text NOT NULL,
	`withdrawn_by` text,
	PRIMARY KEY(`year`, `sequence`),
	FOREIGN KEY (`year`) REFERENCES `round`(`year`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
ALTER TABLE `answer_revision` ADD `on_behalf` integer;--> statement-breakpoint
ALTER TABLE `decision` ADD `registry_number` text;--> statement-breakpoint
ALTER TABLE `submission` ADD `on_behalf` integer;--> statement-breakpoint
CREATE TRIGGER `more_time_request_no_update` BEFORE UPDATE ON `more_time_request` BEGIN SELECT RAISE(ABORT, 'a request is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `more_time_request_no_delete` BEFORE DELETE ON `more_time_request` BEGIN SELECT RAISE(ABORT, 'a request is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `more_time_answer_no_update` BEFORE UPDATE ON `more_time_answer` BEGIN SELECT RAISE(ABORT, 'an answer to a request is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `more_time_answer_no_delete` BEFORE DELETE ON `more_time_answer` BEGIN SELECT RAISE(ABORT, 'an answer to a request is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `on_behalf_no_update` BEFORE UPDATE ON `on_behalf` BEGIN SELECT RAISE(ABORT, 'the basis of an answer is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `on_behalf_no_delete` BEFORE DELETE ON `on_behalf` BEGIN SELECT RAISE(ABORT, 'the basis of an answer is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `on_behalf_end_no_update` BEFORE UPDATE ON `on_behalf_end` BEGIN SELECT RAISE(ABORT, 'that the office stopped is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `on_behalf_end_no_delete` BEFORE DELETE ON `on_behalf_end` BEGIN SELECT RAISE(ABORT, 'that the office stopped is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `round_withdrawal_no_update` BEFORE UPDATE ON `round_withdrawal` BEGIN SELECT RAISE(ABORT, 'a withdrawal is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `round_withdrawal_no_delete` BEFORE DELETE ON `round_withdrawal` BEGIN SELECT RAISE(ABORT, 'a withdrawal is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `answer_revision_on_behalf` BEFORE INSERT ON `answer_revision` WHEN NEW.`on_behalf` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `on_behalf` WHERE `year` = NEW.`year` AND `actor_id` = NEW.`actor_id` AND `sequence` = NEW.`on_behalf`) BEGIN SELECT RAISE(ABORT, 'an answer on behalf of an actor needs its basis'); END;--> statement-breakpoint
CREATE TRIGGER `submission_on_behalf` BEFORE INSERT ON `submission` WHEN NEW.`on_behalf` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `on_behalf` WHERE `year` = NEW.`year` AND `actor_id` = NEW.`actor_id` AND `sequence` = NEW.`on_behalf`) BEGIN SELECT RAISE(ABORT, 'a submission on behalf of an actor needs its basis'); END;
