ALTER TABLE `measure_state` ADD `holder` text;--> statement-breakpoint
ALTER TABLE `measure_state` ADD `due_day` text;