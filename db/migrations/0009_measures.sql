CREATE TABLE `common_function_revision` (
	`year` integer NOT NULL,
	`code` text NOT NULL,
	`revision` integer NOT NULL,
	`save_id` text NOT NULL,
	`content` text NOT NULL,
	`saved_at` text NOT NULL,
	`saved_by` text,
	PRIMARY KEY(`year`, `code`, `revision`),
	FOREIGN KEY (`year`) REFERENCES `round`(`year`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`saved_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `common_function_revision_save` ON `common_function_revision` (`save_id`);--> statement-breakpoint
CREATE TABLE `measure` (
	`year` integer NOT NULL,
	`actor_id` text NOT NULL,
	`number` integer NOT NULL,
	`code` text NOT NULL,
	PRIMARY KEY(`year`, `actor_id`, `number`),
	FOREIGN KEY (`year`,`actor_id`) REFERENCES `round_actor`(`year`,`actor_id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `measure_revision` (
	`year` integer NOT NULL,
	`actor_id` text NOT NULL,
	`number` integer NOT NULL,
	`revision` integer NOT NULL,
	`what` text NOT NULL,
	`holder` text NOT NULL,
	`due_day` text NOT NULL,
	`is_removed` integer NOT NULL,
	`save_id` text NOT NULL,
	`saved_at` text NOT NULL,
	`saved_by` text,
	`after_number` integer NOT NULL,
	`on_behalf` integer,
	PRIMARY KEY(`year`, `actor_id`, `number`, `revision`),
	FOREIGN KEY (`saved_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`year`,`actor_id`,`number`) REFERENCES `measure`(`year`,`actor_id`,`number`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `measure_revision_save` ON `measure_revision` (`save_id`);--> statement-breakpoint
CREATE TABLE `measure_state` (
	`year` integer NOT NULL,
	`actor_id` text NOT NULL,
	`number` integer NOT NULL,
	`in_year` integer NOT NULL,
	`revision` integer NOT NULL,
	`state` text NOT NULL,
	`note` text NOT NULL,
	`save_id` text NOT NULL,
	`saved_at` text NOT NULL,
	`saved_by` text,
	`after_number` integer NOT NULL,
	`on_behalf` integer,
	PRIMARY KEY(`year`, `actor_id`, `number`, `in_year`, `revision`),
	FOREIGN KEY (`saved_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`year`,`actor_id`,`number`) REFERENCES `measure`(`year`,`actor_id`,`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`in_year`,`actor_id`) REFERENCES `round_actor`(`year`,`actor_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "measure_state_later" CHECK("measure_state"."in_year" > "measure_state"."year")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `measure_state_save` ON `measure_state` (`save_id`);--> statement-breakpoint
CREATE TRIGGER `measure_no_update` BEFORE UPDATE ON `measure` BEGIN SELECT RAISE(ABORT, 'a measure is never changed, only followed by a revision'); END;--> statement-breakpoint
CREATE TRIGGER `measure_no_delete` BEFORE DELETE ON `measure` BEGIN SELECT RAISE(ABORT, 'a measure is never changed, only followed by a revision'); END;--> statement-breakpoint
CREATE TRIGGER `measure_revision_no_update` BEFORE UPDATE ON `measure_revision` BEGIN SELECT RAISE(ABORT, 'a saved measure is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `measure_revision_no_delete` BEFORE DELETE ON `measure_revision` BEGIN SELECT RAISE(ABORT, 'a saved measure is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `measure_state_no_update` BEFORE UPDATE ON `measure_state` BEGIN SELECT RAISE(ABORT, 'a saved state of a measure is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `measure_state_no_delete` BEFORE DELETE ON `measure_state` BEGIN SELECT RAISE(ABORT, 'a saved state of a measure is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `common_function_revision_no_update` BEFORE UPDATE ON `common_function_revision` BEGIN SELECT RAISE(ABORT, 'a saved answer is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `common_function_revision_no_delete` BEFORE DELETE ON `common_function_revision` BEGIN SELECT RAISE(ABORT, 'a saved answer is never changed'); END;
