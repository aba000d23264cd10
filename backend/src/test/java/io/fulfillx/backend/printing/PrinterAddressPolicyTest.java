package io.fulfillx.backend.printing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.backend.platform.Fault;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.util.Optional;

/** Nobody reaches through a printer's address what only the server can reach. */
class PrinterAddressPolicyTest {
    private final PrinterAddressPolicy policy = policy("9100-9109,6101", false);

    private static PrinterAddressPolicy policy(String ports, boolean loopback) {
        return new PrinterAddressPolicy(new PrintingConfig(PrintingConfig.ports(ports), loopback));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0.7",
                "http://10.0.0.7:9100",
                "file:/etc/passwd",
                "serial:/dev/ttyUSB0",
                "tcp://10.0.0.7:22",
                "tcp://10.0.0.7:5432",
                "tcp://10.0.0.7:0",
                "tcp://me:secret@10.0.0.7:9100",
                "tcp://10.0.0.7:9100/x",
                "tcp://10.0.0.7:9100?profile=x",
                "tcp://10.0.0.7:9100#x",
                "tcp://127.0.0.1:9100",
                "tcp://127.9.9.9:9100",
                "tcp://localhost:9100",
                "tcp://LOCALHOST:9100",
                "tcp://db.localhost:9100",
                "tcp://localhost.:9100",
                "tcp://[::1]:9100",
                "tcp://[::ffff:127.0.0.1]:9100",
                "tcp://0.0.0.0:9100",
                "tcp://[::]:9100",
                "tcp://169.254.169.254:9100",
                "tcp://[fe80::1]:9100",
                "tcp://224.0.0.1:9100",
                "tcp://2130706433:9100",
                "tcp://127.1:9100",
                "tcp://0x7f.1:9100"
            })
    void thisIsNoAddressOfAPrinter(String address) {
        Fault fault = assertThrows(Fault.class, () -> policy.accept(address));
        assertEquals(Fault.Code.INVALID, fault.code());
        assertEquals(Optional.of("/address"), fault.pointer());
    }

    @Test
    void printersOfTheWarehouseAreAccepted() {
        assertEquals("tcp://10.0.0.7:9100", policy.accept(" tcp://10.0.0.7 ").toString());
        assertEquals("tcp://zebra-1.local:6101", policy.accept("tcp://Zebra-1.local:6101") + "");
        assertEquals("tcp://[fd00::7]:9109", policy.accept("tcp://[fd00::7]:9109").toString());
    }

    @Test
    void aNameIsAskedAgainForWhatItLeadsTo() {
        assertTrue(policy.forbids(InetAddress.ofLiteral("127.0.0.1")));
        assertTrue(policy.forbids(InetAddress.ofLiteral("169.254.169.254")));
        assertFalse(policy.forbids(InetAddress.ofLiteral("192.168.1.20")));
    }

    @Test
    void aDemoMayPrintOnItsOwnMachine() {
        PrinterAddressPolicy demo = policy("1024-65535", true);
        assertEquals("tcp://127.0.0.1:40123", demo.accept("tcp://127.0.0.1:40123").toString());
        assertThrows(Fault.class, () -> demo.accept("tcp://169.254.169.254:9100"));
    }
}
