from ipaddress import ip_address

import pytest

from ingest.sources.reach import is_public

PRIVATE = """0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 127.255.0.1 169.254.169.254 172.16.0.1 172.31.255.255 192.0.2.1
192.168.0.1
198.18.0.1 224.0.0.1 240.0.0.1 255.255.255.255 :: ::1 fe80::1 fc00::1 fd12::1 ff02::1 2001:db8::1 ::ffff:127.0.0.1
::ffff:10.0.0.1 64:ff9b::7f00:1 64:ff9b::a00:1 2002:7f00:1:: 2002:c0a8:1::"""
PUBLIC = "1.1.1.1 8.8.8.8 93.184.216.34 172.32.0.1 2606:2800:220:1:248:1893:25c8:1946 64:ff9b::808:808"


@pytest.mark.parametrize("address", PRIVATE.split())
def test_an_address_inside_is_never_public(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", PUBLIC.split())
def test_an_address_of_the_internet_is_public(address: str) -> None:
    assert is_public(ip_address(address))
