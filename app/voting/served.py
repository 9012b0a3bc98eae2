"""Where the phones' server listens."""

from typing import Final

from msgspec import Struct

HTTP_PORT: Final = 80


class Served(Struct, frozen=True, kw_only=True):
    address: str
    port: int

    @property
    def url(self) -> str:
        return f"http://{self.place}"

    @property
    def place(self) -> str:
        """Return the address as a person types it: without the port that goes without saying."""
        return self.address if self.port == HTTP_PORT else f"{self.address}:{self.port}"

    @property
    def hosts(self) -> tuple[list[str], ...]:
        """Return what a browser may call it in the header Host."""
        return [self.place], [f"{self.address}:{self.port}"]
