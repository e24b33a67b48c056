/** Where the access to workspaces is kept: encrypted by whoever saves it, so that a copy of the file opens nothing. */
export interface Installations {
  /** Takes the place of what was kept for this workspace or Enterprise Grid. */
  save(id: string, sealed: Buffer): Promise<void>;
  read(id: string): Promise<Buffer | undefined>;
  remove(id: string): Promise<void>;
}
