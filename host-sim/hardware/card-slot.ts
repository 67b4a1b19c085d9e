// The slot of an SD card and what is put into it, which outlive the chip as its wires do.
import type { FileStore } from "./file-store";

export class CardSlot {
  private isInserted: boolean;
  /** How often a card was put in: one that was pulled has forgotten how it was set up. */
  private insertions = 1;

  /** @param card null: there is none */
  constructor(private readonly card: FileStore | null) {
    this.isInserted = card !== null;
  }

  /** The files of the card that is in; null without one. */
  get files(): FileStore | null {
    return this.isInserted ? this.card : null;
  }

  pull(): void {
    this.isInserted = false;
  }

  insert(): void {
    if (this.isInserted || this.card === null) return;
    this.isInserted = true;
    this.insertions += 1;
  }

  /** Says whether it is still the same card, never out meanwhile. */
  watch(): () => boolean {
    const { insertions } = this;
    return () => this.isInserted && this.insertions === insertions;
  }
}
