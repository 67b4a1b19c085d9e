/** shared-bindings/busio/I2C.c */
declare module "busio" {
  import { Pin } from "microcontroller";
  export class I2C {
    constructor(scl: Pin, sda: Pin);
    deinit(): void;
  }
}
