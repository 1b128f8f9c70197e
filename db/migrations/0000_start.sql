CREATE TABLE `actor` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`short_name` text NOT NULL,
	`category` text NOT NULL,
	`designated` integer DEFAULT false NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `actor_name_unique` ON `actor` (`name`);--> statement-breakpoint
CREATE TABLE `answer_revision` (
	`year` integer NOT NULL,
	`actor_id` text NOT NULL,
	`code` text NOT NULL,
	`revision` integer NOT NULL,
	`save_id` text NOT NULL,
	`kind` text,
	`level` integer,
	`confidence` text,
	`causes` text NOT NULL,
	`content` text NOT NULL,
	`saved_at` text NOT NULL,
	`saved_by` text,
	PRIMARY KEY(`year`, `actor_id`, `code`, `revision`),
	FOREIGN KEY (`saved_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`year`,`actor_id`) REFERENCES `round_actor`(`year`,`actor_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "answer_revision_level" CHECK(("answer_revision"."kind" IS NOT NULL AND "answer_revision"."kind" = 'level') = ("answer_revision"."level" IS NOT NULL))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `answer_revision_save` ON `answer_revision` (`save_id`);--> statement-breakpoint
CREATE TABLE `decision` (
	`year` integer NOT NULL,
	`sequence` integer NOT NULL,
	`decided_on` text NOT NULL,
	`reference` text NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	`recorded_as` text NOT NULL,
	PRIMARY KEY(`year`, `sequence`),
	FOREIGN KEY (`year`) REFERENCES `round`(`year`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `decision_level` (
	`year` integer NOT NULL,
	`sequence` integer NOT NULL,
	`code` text NOT NULL,
	`group_key` text NOT NULL,
	`minimum` integer,
	`ambition` integer,
	PRIMARY KEY(`year`, `sequence`, `code`, `group_key`),
	FOREIGN KEY (`year`,`sequence`) REFERENCES `decision`(`year`,`sequence`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `definition` (
	`version` text PRIMARY KEY NOT NULL,
	`sha256` text NOT NULL,
	`content` text NOT NULL,
	`loaded_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `definition_publication` (
	`version` text PRIMARY KEY NOT NULL,
	`sha256` text NOT NULL,
	`published_at` text NOT NULL,
	FOREIGN KEY (`version`) REFERENCES `definition`(`version`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `membership` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`actor_id` text,
	`valid_from` text NOT NULL,
	`valid_until` text,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `actor`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "membership_role_actor" CHECK(("membership"."role" IN ('coordinator', 'contributor', 'approver')) = ("membership"."actor_id" IS NOT NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX `membership_person` ON `membership` (`person_id`);--> statement-breakpoint
CREATE TABLE `meta` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `one_time_link` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`person_id` text,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`used_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text,
	`created_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `person_email_unique` ON `person` (`email`);--> statement-breakpoint
CREATE TABLE `round` (
	`year` integer PRIMARY KEY NOT NULL,
	`definition_version` text NOT NULL,
	`closing_day` text NOT NULL,
	`original_closing_day` text NOT NULL,
	`created_at` text NOT NULL,
	`opened_at` text,
	`closed_at` text,
	`released_at` text,
	FOREIGN KEY (`definition_version`) REFERENCES `definition`(`version`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `round_actor` (
	`year` integer NOT NULL,
	`actor_id` text NOT NULL,
	`name` text NOT NULL,
	`short_name` text NOT NULL,
	`category` text NOT NULL,
	`designated` integer NOT NULL,
	PRIMARY KEY(`year`, `actor_id`),
	FOREIGN KEY (`year`) REFERENCES `round`(`year`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `actor`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `session` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`membership_id` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`membership_id`) REFERENCES `membership`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `submission` (
	`year` integer NOT NULL,
	`actor_id` text NOT NULL,
	`number` integer NOT NULL,
	`submitted_at` text NOT NULL,
	`submitted_by` text,
	PRIMARY KEY(`year`, `actor_id`, `number`),
	FOREIGN KEY (`submitted_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`year`,`actor_id`) REFERENCES `round_actor`(`year`,`actor_id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `submission_answer` (
	`year` integer NOT NULL,
	`actor_id` text NOT NULL,
	`number` integer NOT NULL,
	`code` text NOT NULL,
	`revision` integer NOT NULL,
	PRIMARY KEY(`year`, `actor_id`, `number`, `code`),
	FOREIGN KEY (`year`,`actor_id`,`number`) REFERENCES `submission`(`year`,`actor_id`,`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`year`,`actor_id`,`code`,`revision`) REFERENCES `answer_revision`(`year`,`actor_id`,`code`,`revision`) ON UPDATE no action ON DELETE no action
) STRICT;

--> statement-breakpoint
CREATE TRIGGER `answer_revision_no_update` BEFORE UPDATE ON `answer_revision` BEGIN SELECT RAISE(ABORT, 'answer_revision is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `answer_revision_no_delete` BEFORE DELETE ON `answer_revision` BEGIN SELECT RAISE(ABORT, 'answer_revision is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `submission_answer_no_update` BEFORE UPDATE ON `submission_answer` BEGIN SELECT RAISE(ABORT, 'a submission is immutable'); END;--> statement-breakpoint
CREATE TRIGGER `submission_answer_no_delete` BEFORE DELETE ON `submission_answer` BEGIN SELECT RAISE(ABORT, 'a submission is immutable'); END;--> statement-breakpoint
CREATE TRIGGER `decision_no_update` BEFORE UPDATE ON `decision` BEGIN SELECT RAISE(ABORT, 'a decision is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `decision_no_delete` BEFORE DELETE ON `decision` BEGIN SELECT RAISE(ABORT, 'a decision is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `decision_level_no_update` BEFORE UPDATE ON `decision_level` BEGIN SELECT RAISE(ABORT, 'a decision is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `decision_level_no_delete` BEFORE DELETE ON `decision_level` BEGIN SELECT RAISE(ABORT, 'a decision is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `definition_published_no_update` BEFORE UPDATE ON `definition` WHEN EXISTS (SELECT 1 FROM `definition_publication` WHERE `version` = OLD.`version`) BEGIN SELECT RAISE(ABORT, 'a published definition is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `submission_no_update` BEFORE UPDATE ON `submission` BEGIN SELECT RAISE(ABORT, 'a submission is immutable'); END;--> statement-breakpoint
CREATE TRIGGER `submission_no_delete` BEFORE DELETE ON `submission` BEGIN SELECT RAISE(ABORT, 'a submission is immutable'); END;--> statement-breakpoint
CREATE TRIGGER `definition_publication_no_update` BEFORE UPDATE ON `definition_publication` BEGIN SELECT RAISE(ABORT, 'a publication is never taken back'); END;--> statement-breakpoint
CREATE TRIGGER `definition_publication_no_delete` BEFORE DELETE ON `definition_publication` BEGIN SELECT RAISE(ABORT, 'a publication is never taken back'); END;
