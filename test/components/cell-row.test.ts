import { expect, test } from "vitest";
import { rowHtml } from "#components/heatmap/cell-row.ts";

test("what somebody has written stands in a row as text, between tags and in attributes", () => {
  const evil = `<img src=x onerror="alert(1)"> & 'so'`;
  const cell = {
    href: `/x?a="><b>`,
    piece: { className: "meets", mark: "3", said: "nivå 3" },
    first: true,
    code: "1:1",
  };
  const html = rowHtml({
    id: evil,
    name: evil,
    href: `"><i>`,
    cells: [cell, { ...cell, piece: { ...cell.piece, said: "" } }],
    end: evil,
  });
  expect(html).not.toMatch(/<(img|b|i)\b/);
  expect(html.match(/"/g)?.length).toBe(2 * (html.match(/="/g)?.length ?? 0));
  expect(html).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &#39;so&#39;</a></th>");
});
