// Programs with a camera, as text: what stands before the lines of a test.

export const typescriptCamera = `
import { FrameSize, GainCeiling, GrabMode, PixelFormat } from "espcamera";
import { closeCamera, openCamera } from "taipan_board";
const camera = openCamera(FrameSize.QVGA, 12);
const outcome = (call: () => unknown): string => {
  try { call(); return "fine"; }
  catch (error) {
    if (error instanceof ValueError) return "ValueError: " + error.message;
    if (error instanceof NotImplementedError) return "NotImplementedError: " + error.message;
    throw error;
  }
};
`;

export const pythonCamera = `
import board, busio, espcamera
i2c = busio.I2C(board.CAM_SCL, board.CAM_SDA)
def open_camera(**changed):
    options = dict(
        data_pins=board.CAM_DATA, pixel_clock_pin=board.CAM_PCLK, vsync_pin=board.CAM_VSYNC,
        href_pin=board.CAM_HREF, i2c=i2c, external_clock_pin=board.CAM_XCLK,
        pixel_format=espcamera.PixelFormat.JPEG, frame_size=espcamera.FrameSize.QVGA)
    options.update(changed)
    return espcamera.Camera(**options)
def outcome(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ": " + str(error)
`;
