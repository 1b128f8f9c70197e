CREATE TABLE `mail` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`year` integer,
	`actor_id` text,
	`person_id` text NOT NULL,
	`role` text,
	`occasion` text NOT NULL,
	`content` text NOT NULL,
	`token` text,
	`created_at` text NOT NULL,
	`last_useful_day` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`next_attempt_at` text NOT NULL,
	`claimed_at` text,
	`done_at` text,
	`done_by` text,
	`reason` text,
	`sent_subject` text,
	`sent_text` text,
	FOREIGN KEY (`actor_id`) REFERENCES `actor`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`done_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `mail_once` ON `mail` (`kind`,coalesce(`year`, 0),coalesce(`actor_id`, ''),`person_id`,`occasion`);--> statement-breakpoint
CREATE INDEX `mail_state` ON `mail` (`state`);--> statement-breakpoint
CREATE TABLE `reminder_stop` (
	`person_id` text PRIMARY KEY NOT NULL,
	`stopped_at` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
