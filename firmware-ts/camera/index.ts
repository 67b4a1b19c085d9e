/** The camera application: live to many viewers, stills, and the camera off when nobody watches. */
export { CameraApplication } from "./application";
export { listenPort, waitForNetwork } from "./network";
export { OnDemandCamera } from "./on-demand-camera";
