CREATE TABLE `workbook_import` (
	`person_id` text NOT NULL,
	`year` integer NOT NULL,
	`actor_id` text NOT NULL,
	`id` text NOT NULL,
	`file_name` text NOT NULL,
	`content` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	PRIMARY KEY(`person_id`, `year`, `actor_id`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`year`,`actor_id`) REFERENCES `round_actor`(`year`,`actor_id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `workbook_import_id_unique` ON `workbook_import` (`id`);