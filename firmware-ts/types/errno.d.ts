/** CircuitPython's errno has neither EPIPE nor EWOULDBLOCK (py/moderrno.c). */
declare module "errno" {
  export const EAGAIN: int;
  export const EBADF: int;
  export const ECONNABORTED: int;
  export const ECONNRESET: int;
  export const EINVAL: int;
  export const ENOENT: int;
  export const ENOTCONN: int;
  export const ETIMEDOUT: int;
}
