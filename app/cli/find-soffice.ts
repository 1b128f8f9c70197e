import { findProgram } from "./find-program.ts";

/**
 * The path of LibreOffice: SOFFICE_PATH, the system's, or Debian's newly installed where we are root. Throws with one
 * sentence on what to install.
 */
export function findSoffice(): string {
  return findProgram({
    what: "LibreOffice",
    variable: "SOFFICE_PATH",
    names: ["soffice", "libreoffice"],
    paths: ["/Applications/LibreOffice.app/Contents/MacOS/soffice"],
    packages: ["libreoffice-writer", "libreoffice-calc"],
  });
}
