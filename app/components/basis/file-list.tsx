import type { BasisFile } from "#text/planning-basis.ts";
import { DataTable } from "../data-table.tsx";

type FileListProps = { caption: string; files: BasisFile[]; href: (file: BasisFile) => string };

/** Files to take away: each with what it holds, and a link that says which file it is. */
export function FileList({ caption, files, href }: FileListProps) {
  return (
    <DataTable
      caption={caption}
      rows={files}
      rowKey={({ path }) => path}
      columns={[
        // A file is no page: the browser asks the server for it, not the script.
        { key: "name", head: "Fil", cell: (file) => <a href={href(file)}>{file.label}</a> },
        { key: "holds", head: "Vad den innehåller", cell: ({ holds }) => holds },
      ]}
    />
  );
}
