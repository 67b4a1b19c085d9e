# shared-bindings/ssl: there to be imported and set up. Encryption itself is not simulated.
import os as _os

_REFUSAL = "TLS is not simulated: serve and ask by plain HTTP here, and try TLS on a board"


class SSLContext:
    check_hostname = True

    def load_cert_chain(self, certfile, keyfile):
        # common_hal_ssl_sslcontext_load_cert_chain reads both at once.
        for path in (certfile, keyfile):
            _os.stat(path)

    def load_verify_locations(self, cafile=None, cadata=None):
        if cafile is not None:
            _os.stat(cafile)

    def set_default_verify_paths(self):
        pass

    def wrap_socket(self, sock, *, server_side=False, server_hostname=None):
        raise NotImplementedError(_REFUSAL)


def create_default_context():
    return SSLContext()
