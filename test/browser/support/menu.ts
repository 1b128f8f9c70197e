import type { Page } from "playwright-core";

/** Follows a link of the header's menu. */
export async function follow(page: Page, label: string): Promise<void> {
  const menu = page.getByRole("navigation", { name: "Huvudmeny" });
  await menu.getByRole("link", { name: label, exact: true }).click();
}
