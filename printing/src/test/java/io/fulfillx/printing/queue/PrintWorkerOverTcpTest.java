package io.fulfillx.printing.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.fulfillx.printing.language.PrinterCondition;
import io.fulfillx.printing.queue.PrintOutcome.Printed;
import io.fulfillx.printing.virtual.VirtualPrinter;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;

class PrintWorkerOverTcpTest extends PrintWorkerTest {
    @Override
    VirtualPrinter printer(Bench bench) throws IOException {
        return VirtualPrinter.onTcp(0, bench);
    }

    @Test
    void aPrinterThatIsSwitchedOnLaterGetsTheWaitingJob() throws Exception {
        try (Bench late = new Bench()) {
            URI address;
            try (VirtualPrinter off = VirtualPrinter.onTcp(0, late)) {
                address = off.uri();
            }
            late.connect(address);
            PrintJob job = late.submit("Meier");
            late.awaitState(PrinterCondition.OFFLINE);
            try (VirtualPrinter on = VirtualPrinter.onTcp(address.getPort(), late)) {
                assertInstanceOf(Printed.class, late.outcome(job));
                assertEquals(1, on.labelsPrinted());
            }
        }
    }

    @Test
    void twoStationsShareOnePrinter() throws Exception {
        try (Bench paper = new Bench();
                Bench left = new Bench();
                Bench right = new Bench();
                VirtualPrinter shared = VirtualPrinter.onTcp(0, paper)) {
            left.connect(shared.uri());
            right.connect(shared.uri());
            for (int i = 0; i < 5; i++) {
                assertInstanceOf(Printed.class, left.outcome(left.submit("left " + i)));
                assertInstanceOf(Printed.class, right.outcome(right.submit("right " + i)));
            }
        }
    }
}
