"""The guard itself: what it refuses, and what it lets pass."""

import socket
import threading

import pytest

from tests.network import NetworkRefused

ELSEWHERE = ("192.0.2.1", 9)  # an address that RFC 5737 keeps for examples


def test_connecting_to_another_machine_is_refused():
    with socket.socket() as wire, pytest.raises(NetworkRefused, match=r"192\.0\.2\.1"):
        wire.connect(ELSEWHERE)


def test_sending_to_another_machine_is_refused():
    with socket.socket(type=socket.SOCK_DGRAM) as wire, pytest.raises(NetworkRefused):
        wire.sendto(b"x", ELSEWHERE)


def test_connecting_over_ipv6_is_refused():
    with socket.socket(socket.AF_INET6) as wire, pytest.raises(NetworkRefused):
        wire.connect(("2001:db8::1", 9))


def test_asking_for_the_address_of_another_machine_is_refused():
    with pytest.raises(NetworkRefused, match=r"example\.org"):
        socket.create_connection(("example.org", 443))


def test_this_machine_may_be_spoken_to():
    with socket.create_server(("127.0.0.1", 0)) as server:
        waiter = threading.Thread(target=lambda: server.accept()[0].close())
        waiter.start()
        with socket.create_connection(("localhost", server.getsockname()[1])) as wire:
            assert wire.recv(1) == b""
        waiter.join()


def test_a_local_socket_may_be_spoken_to():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.sendall(b"x")
        assert theirs.recv(1) == b"x"
