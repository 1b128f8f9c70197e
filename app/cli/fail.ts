import { FileError } from "#usecases/parse-yaml-file.ts";

/** A reason to stop that is told in its own words, without a stack. */
export class CommandError extends Error {
  override name = "CommandError";
}

const listenSentences: Record<string, string> = {
  EADDRINUSE: "Porten används redan. Stäng det andra programmet eller välj en annan med PORT.",
  EACCES: "Servern får inte lyssna på porten. Välj en över 1023 med PORT.",
  EADDRNOTAVAIL: "HOST är ingen adress på den här datorn.",
};

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** Runs a command; what stops it is printed in a sentence where we have one, and the process ends with 1. */
export async function runCommand(command: () => Promise<void> | void): Promise<void> {
  try {
    await command();
  } catch (error) {
    const known = error instanceof FileError || error instanceof CommandError ? error.message : undefined;
    console.error(known ?? listenSentences[codeOf(error)] ?? error);
    process.exit(1);
  }
}
