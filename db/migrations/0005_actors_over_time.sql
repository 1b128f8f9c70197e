CREATE TABLE `actor_change` (
	`actor_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`kind` text NOT NULL,
	`day` text NOT NULL,
	`before` text,
	`after` text,
	`into_actor_id` text,
	`reason` text NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	PRIMARY KEY(`actor_id`, `sequence`),
	FOREIGN KEY (`actor_id`) REFERENCES `actor`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`into_actor_id`) REFERENCES `actor`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "actor_change_into" CHECK(("actor_change"."kind" = 'merged') = ("actor_change"."into_actor_id" IS NOT NULL))
) STRICT;
--> statement-breakpoint
CREATE TABLE `round_actor_change` (
	`year` integer NOT NULL,
	`actor_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`kind` text NOT NULL,
	`before` text,
	`after` text NOT NULL,
	`reason` text NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	PRIMARY KEY(`year`, `actor_id`, `sequence`),
	FOREIGN KEY (`recorded_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`year`,`actor_id`) REFERENCES `round_actor`(`year`,`actor_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "round_actor_change_before" CHECK(("round_actor_change"."kind" = 'added') = ("round_actor_change"."before" IS NULL))
) STRICT;
--> statement-breakpoint
CREATE TABLE `version_map` (
	`to_version` text PRIMARY KEY NOT NULL,
	`from_version` text NOT NULL,
	`sha256` text NOT NULL,
	`content` text NOT NULL,
	`loaded_at` text NOT NULL,
	FOREIGN KEY (`to_version`) REFERENCES `definition`(`version`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_version`) REFERENCES `definition`(`version`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
ALTER TABLE `actor` ADD `member_from` text;--> statement-breakpoint
ALTER TABLE `actor` ADD `member_until` text;--> statement-breakpoint
CREATE TRIGGER `actor_change_no_update` BEFORE UPDATE ON `actor_change` BEGIN SELECT RAISE(ABORT, 'the history of an actor is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `actor_change_no_delete` BEFORE DELETE ON `actor_change` BEGIN SELECT RAISE(ABORT, 'the history of an actor is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `round_actor_change_no_update` BEFORE UPDATE ON `round_actor_change` BEGIN SELECT RAISE(ABORT, 'the history of a round is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `round_actor_change_no_delete` BEFORE DELETE ON `round_actor_change` BEGIN SELECT RAISE(ABORT, 'the history of a round is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `version_map_published_no_update` BEFORE UPDATE ON `version_map` WHEN EXISTS (SELECT 1 FROM `definition_publication` WHERE `version` = OLD.`to_version`) BEGIN SELECT RAISE(ABORT, 'the map to a published version is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `version_map_published_no_delete` BEFORE DELETE ON `version_map` WHEN EXISTS (SELECT 1 FROM `definition_publication` WHERE `version` = OLD.`to_version`) BEGIN SELECT RAISE(ABORT, 'the map to a published version is never changed'); END;
