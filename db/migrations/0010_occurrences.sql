CREATE TABLE `observation` (
	`occurrence_id` integer NOT NULL,
	`number` integer NOT NULL,
	`actor_id` text,
	PRIMARY KEY(`occurrence_id`, `number`),
	FOREIGN KEY (`occurrence_id`) REFERENCES `occurrence`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `actor`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `observation_revision` (
	`occurrence_id` integer NOT NULL,
	`number` integer NOT NULL,
	`revision` integer NOT NULL,
	`version` text NOT NULL,
	`code` text NOT NULL,
	`worked` text NOT NULL,
	`shortcomings` text NOT NULL,
	`is_removed` integer NOT NULL,
	`save_id` text NOT NULL,
	`saved_at` text NOT NULL,
	`saved_by` text,
	PRIMARY KEY(`occurrence_id`, `number`, `revision`),
	FOREIGN KEY (`version`) REFERENCES `definition`(`version`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`saved_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`occurrence_id`,`number`) REFERENCES `observation`(`occurrence_id`,`number`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `observation_revision_save` ON `observation_revision` (`save_id`);--> statement-breakpoint
CREATE TABLE `occurrence` (
	`id` integer PRIMARY KEY NOT NULL,
	`actor_id` text,
	FOREIGN KEY (`actor_id`) REFERENCES `actor`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `occurrence_participant` (
	`occurrence_id` integer NOT NULL,
	`revision` integer NOT NULL,
	`actor_id` text NOT NULL,
	PRIMARY KEY(`occurrence_id`, `revision`, `actor_id`),
	FOREIGN KEY (`actor_id`) REFERENCES `actor`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`occurrence_id`,`revision`) REFERENCES `occurrence_revision`(`occurrence_id`,`revision`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `occurrence_participant_actor` ON `occurrence_participant` (`actor_id`);--> statement-breakpoint
CREATE TABLE `occurrence_revision` (
	`occurrence_id` integer NOT NULL,
	`revision` integer NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`day` text NOT NULL,
	`is_removed` integer NOT NULL,
	`reason` text NOT NULL,
	`save_id` text NOT NULL,
	`saved_at` text NOT NULL,
	`saved_by` text,
	PRIMARY KEY(`occurrence_id`, `revision`),
	FOREIGN KEY (`occurrence_id`) REFERENCES `occurrence`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`saved_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `occurrence_revision_save` ON `occurrence_revision` (`save_id`);--> statement-breakpoint
CREATE TRIGGER `occurrence_no_update` BEFORE UPDATE ON `occurrence` BEGIN SELECT RAISE(ABORT, 'a recorded event is never changed, only followed by a revision'); END;--> statement-breakpoint
CREATE TRIGGER `occurrence_no_delete` BEFORE DELETE ON `occurrence` BEGIN SELECT RAISE(ABORT, 'a recorded event is never changed, only followed by a revision'); END;--> statement-breakpoint
CREATE TRIGGER `occurrence_revision_no_update` BEFORE UPDATE ON `occurrence_revision` BEGIN SELECT RAISE(ABORT, 'a saved event is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `occurrence_revision_no_delete` BEFORE DELETE ON `occurrence_revision` BEGIN SELECT RAISE(ABORT, 'a saved event is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `occurrence_participant_no_update` BEFORE UPDATE ON `occurrence_participant` BEGIN SELECT RAISE(ABORT, 'a saved event is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `occurrence_participant_no_delete` BEFORE DELETE ON `occurrence_participant` BEGIN SELECT RAISE(ABORT, 'a saved event is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `observation_no_update` BEFORE UPDATE ON `observation` BEGIN SELECT RAISE(ABORT, 'an observation is never changed, only followed by a revision'); END;--> statement-breakpoint
CREATE TRIGGER `observation_no_delete` BEFORE DELETE ON `observation` BEGIN SELECT RAISE(ABORT, 'an observation is never changed, only followed by a revision'); END;--> statement-breakpoint
CREATE TRIGGER `observation_revision_no_update` BEFORE UPDATE ON `observation_revision` BEGIN SELECT RAISE(ABORT, 'a saved observation is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `observation_revision_no_delete` BEFORE DELETE ON `observation_revision` BEGIN SELECT RAISE(ABORT, 'a saved observation is never changed'); END;
