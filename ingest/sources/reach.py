"""Which hosts may be reached: the public web, at addresses that were checked and are then used."""

import ipaddress
import socket
from collections.abc import Iterable

import httpx

from graph.errors import SourceError

type Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")  # IPv4 inside IPv6, RFC 6052


def is_public(address: Address) -> bool:
    """Whether an address belongs to the public internet, with any IPv4 address that it carries inside."""
    return address.is_global and not address.is_multicast and all(map(is_public, _inside(address)))


def _inside(address: Address) -> Iterable[ipaddress.IPv4Address]:
    if isinstance(address, ipaddress.IPv4Address):
        return ()
    translated = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF) if address in _TRANSLATED else None
    carried = (address.ipv4_mapped, address.sixtofour, translated, *(address.teredo or ()))
    return tuple(filter(None, carried))


def addresses(host: str, port: int, place: str, *, allow_private: bool) -> tuple[str, ...]:
    """The addresses of a host, all of them fit to be reached.

    Raises: SourceError when the name is unknown, or one of its addresses is private.
    """
    try:
        told = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise httpx.ConnectError(f"the name {host} is not known") from None
    found = tuple(dict.fromkeys(str(entry[4][0]).partition("%")[0] for entry in told))
    private = [name for name in found if not is_public(ipaddress.ip_address(name))]
    if private and not allow_private:
        problem = f"{host} is a private address ({private[0]})" if host != private[0] else f"{host} is private"
        raise SourceError(place, problem, "allow private addresses if it is meant so")
    return found


class Checked(httpx.BaseTransport):
    """Sends each request, redirected ones too, to an address of its host that was checked just before.

    The connection goes to the checked address itself, so a name that changes its answer meanwhile gains nothing.
    """

    def __init__(self, *, allow_private: bool) -> None:
        self._allow_private = allow_private
        self._inner = httpx.HTTPTransport(trust_env=False, limits=httpx.Limits(max_keepalive_connections=0))

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        if url.scheme not in ("http", "https") or not url.host:
            raise SourceError(str(url), f"«{url.scheme}» is not read from the web", "give an http or https address")
        port = url.port or (443 if url.scheme == "https" else 80)
        found = addresses(url.host, port, str(url), allow_private=self._allow_private)
        for address in found[:-1]:
            try:
                return self._sent(request, address)
            except httpx.ConnectError:
                continue
        return self._sent(request, found[-1])

    def _sent(self, request: httpx.Request, address: str) -> httpx.Response:
        pinned = httpx.Request(
            request.method,
            request.url.copy_with(host=address),
            headers=request.headers,  # with the host's own name in `Host`
            stream=request.stream,
            extensions={**request.extensions, "sni_hostname": request.url.host},
        )
        return self._inner.handle_request(pinned)

    def close(self) -> None:
        self._inner.close()
