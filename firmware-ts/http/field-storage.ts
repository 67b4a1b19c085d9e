/** Fields in the order in which they came. A name may have several values. */
export class FieldStorage {
  private pairs: [string, string][] = [];

  /** The form in which a name is kept and looked up. */
  protected keyOf(name: string): string {
    return name;
  }

  /** Adds a value beside those that `fieldName` already has. */
  add(fieldName: string, value: string): void {
    this.pairs.push([this.keyOf(fieldName), value]);
  }

  /** The first value of `fieldName`, or `fallback`. */
  get(fieldName: string, fallback?: null): string | null;
  get(fieldName: string, fallback: string): string;
  get(fieldName: string, fallback: string | null = null): string | null {
    const key = this.keyOf(fieldName);
    for (const [name, value] of this.pairs) {
      if (name === key) return value;
    }
    return fallback;
  }

  /** All values of `fieldName`. */
  getList(fieldName: string): string[] {
    const key = this.keyOf(fieldName);
    const values: string[] = [];
    for (const [name, value] of this.pairs) {
      if (name === key) values.push(value);
    }
    return values;
  }

  /** The names, each once. */
  get fields(): string[] {
    const fields: string[] = [];
    for (const pair of this.pairs) {
      if (!fields.includes(pair[0])) fields.push(pair[0]);
    }
    return fields;
  }

  keys(): string[] {
    return this.fields;
  }

  values(): string[] {
    return this.pairs.map((pair) => pair[1]);
  }

  /** Names and values in pairs; a name comes as often as it has values. */
  items(): [string, string][] {
    return [...this.pairs];
  }

  /**
   * @py __getitem__
   * @throws KeyError there is no such field
   */
  at(fieldName: string): string {
    const value = this.get(fieldName);
    if (value === null) throw new KeyError(fieldName);
    return value;
  }

  /** @py __contains__ */
  has(fieldName: string): boolean {
    return this.get(fieldName) !== null;
  }

  /**
   * The number of names.
   * @py __len__
   */
  count(): int {
    return this.fields.length;
  }

  protected remove(key: string): void {
    this.pairs = this.pairs.filter((pair) => pair[0] !== key);
  }
}
