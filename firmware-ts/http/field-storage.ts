/** Fields in the order in which they came. A name may have several values. */
export class FieldStorage {
  private names: string[] = [];
  private contents: string[] = [];

  /** The form in which a name is kept and looked up. */
  protected keyOf(name: string): string {
    return name;
  }

  /** Adds a value beside those that `fieldName` already has. */
  add(fieldName: string, value: string): void {
    this.names.push(this.keyOf(fieldName));
    this.contents.push(value);
  }

  /** The first value of `fieldName`, or `fallback`. */
  get(fieldName: string, fallback: string | null = null): string | null {
    const index = this.names.indexOf(this.keyOf(fieldName));
    return index < 0 ? fallback : this.contents[index];
  }

  /** All values of `fieldName`. */
  getList(fieldName: string): string[] {
    const key = this.keyOf(fieldName);
    const values: string[] = [];
    for (let index = 0; index < this.names.length; index++) {
      if (this.names[index] === key) values.push(this.contents[index]);
    }
    return values;
  }

  /** The names, each once. */
  get fields(): string[] {
    const fields: string[] = [];
    for (const name of this.names) {
      if (!fields.includes(name)) fields.push(name);
    }
    return fields;
  }

  keys(): string[] {
    return this.fields;
  }

  values(): string[] {
    return [...this.contents];
  }

  /** Names and values in pairs; a name comes as often as it has values. */
  items(): [string, string][] {
    const pairs: [string, string][] = [];
    for (let index = 0; index < this.names.length; index++) {
      pairs.push([this.names[index], this.contents[index]]);
    }
    return pairs;
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
    return this.names.includes(this.keyOf(fieldName));
  }

  /**
   * The number of names.
   * @py __len__
   */
  count(): int {
    return this.fields.length;
  }

  protected remove(key: string): void {
    let index = this.names.indexOf(key);
    while (index >= 0) {
      this.names.splice(index, 1);
      this.contents.splice(index, 1);
      index = this.names.indexOf(key);
    }
  }
}
