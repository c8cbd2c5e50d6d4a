"""What an administrator's authenticator app would show."""

import base64
import unittest

from tall_stack.people import code_of


class Codes(unittest.TestCase):
    def test_they_are_those_of_rfc_6238(self) -> None:
        """Appendix B, SHA-1: the last six of its eight digits."""
        secret = base64.b32encode(b"12345678901234567890").decode()
        for seconds, code in ((59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924"), (20_000_000_000, "353130")):
            self.assertEqual(code_of(secret, seconds // 30), code)


if __name__ == "__main__":
    unittest.main()
