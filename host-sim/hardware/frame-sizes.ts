// espcamera.FrameSize (shared with esp32-camera's resolution table), in the order of the driver.

export interface FrameDimensions {
  readonly width: number;
  readonly height: number;
}

const dimensions = {
  R96X96: [96, 96],
  QQVGA: [160, 120],
  QCIF: [176, 144],
  HQVGA: [240, 176],
  R240X240: [240, 240],
  QVGA: [320, 240],
  CIF: [400, 296],
  HVGA: [480, 320],
  VGA: [640, 480],
  SVGA: [800, 600],
  XGA: [1024, 768],
  HD: [1280, 720],
  SXGA: [1280, 1024],
  UXGA: [1600, 1200],
  FHD: [1920, 1080],
  P_HD: [720, 1280],
  P_3MP: [864, 1536],
  QXGA: [2048, 1536],
  QHD: [2560, 1440],
  WQXGA: [2560, 1600],
  P_FHD: [1080, 1920],
  QSXGA: [2560, 1920],
} as const;

export type FrameSizeName = keyof typeof dimensions;

export const frameSizeNames = Object.keys(dimensions) as FrameSizeName[];

export function dimensionsOf(name: FrameSizeName): FrameDimensions {
  const [width, height] = dimensions[name];
  return { width, height };
}

/** A size above the sensor's is silently the sensor's (esp_camera_init in esp32-camera). */
export function clampFrameSize(name: FrameSizeName, limit: FrameSizeName): FrameSizeName {
  return frameSizeNames.indexOf(name) > frameSizeNames.indexOf(limit) ? limit : name;
}
