/** shared-bindings/watchdog */
declare module "watchdog" {
  export class WatchDogMode {
    private constructor();
    /** WatchDogTimeout is raised in the program. */
    static readonly RAISE: WatchDogMode;
    /** The board restarts; the mode can't be changed any more. */
    static readonly RESET: WatchDogMode;
  }
  export class WatchDogTimeout extends Exception {}
}
