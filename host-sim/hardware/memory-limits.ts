// What a run leaves to the program of memory. A board's own bounds are not known in advance: its heap
// grows into what PSRAM has left (port_heap_get_largest_free_size in ports/espressif/supervisor/port.c).

export interface MemoryLimits {
  /** Bytes of objects that may live at a time; null: as many as there is room for. */
  readonly heapBytes: number | null;
}

export const unlimitedMemory: MemoryLimits = { heapBytes: null };
