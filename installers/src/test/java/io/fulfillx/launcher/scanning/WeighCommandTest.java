package io.fulfillx.launcher.scanning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.scanner.virtual.VirtualScale;
import io.fulfillx.scanner.virtual.VirtualScaleVoices;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;

class WeighCommandTest {
    private final StringWriter said = new StringWriter();
    private VirtualScale scale;
    private String address;

    @BeforeEach
    void plugIn() throws IOException {
        scale = VirtualScale.onPty(VirtualScaleVoices.of("sics"));
        address = scale.address() + "?protocol=sics";
    }

    @AfterEach
    void unplug() {
        scale.close();
    }

    private int run(Object command, String... arguments) {
        PrintWriter out = new PrintWriter(said);
        return new CommandLine(command).setOut(out).setErr(out).execute(arguments);
    }

    private int weigh(String... more) {
        String[] arguments = new String[more.length + 1];
        arguments[0] = "--device=" + address;
        System.arraycopy(more, 0, arguments, 1, more.length);
        return run(new WeighCommand(), arguments);
    }

    @Test
    void oneStableWeightIsPrinted() {
        scale.put(1_234);
        assertEquals(0, weigh(), said.toString());
        assertEquals("1234 g", said.toString().strip());
    }

    @Test
    void programsGetJson() {
        scale.put(50);
        assertEquals(0, weigh("--json"), said.toString());
        assertTrue(said.toString().contains("\"state\":\"stable\",\"grams\":50"), said.toString());
    }

    @Test
    void tareIsPressedFirst() {
        scale.put(800);
        assertEquals(0, weigh("--tare"), said.toString());
        assertEquals("0 g", said.toString().strip());
    }

    @Test
    void changesAreStreamed() {
        scale.load().settling(Duration.ZERO);
        // Somebody goes on taking things off and putting them on, however slow the machine is.
        Thread somebody = Thread.ofVirtual().start(this::onAndOff);
        assertEquals(0, weigh("--stream", "--count=2"), said.toString());
        somebody.interrupt();
        List<String> lines = said.toString().strip().lines().sorted().toList();
        assertEquals(List.of("300 g", "800 g"), lines);
    }

    private void onAndOff() {
        try {
            while (true) {
                scale.put(800);
                Thread.sleep(Duration.ofMillis(500));
                scale.put(300);
                Thread.sleep(Duration.ofMillis(500));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void noWeightIsOneSentence() {
        scale.load().settling(Duration.ofMinutes(1));
        scale.put(800);
        assertEquals(1, weigh("--wait=1"));
        assertEquals("fulfillx: the load does not come to rest", said.toString().strip());
    }

    @Test
    void aScaleThatIsNotThereIsOneSentence() {
        address = "serial:/dev/nothing-here?protocol=sics";
        assertEquals(1, weigh());
        assertTrue(said.toString().contains("/dev/nothing-here"), said.toString());
        assertEquals(1, said.toString().strip().lines().count());
    }

    @Test
    void aWrongAddressIsWrongUse() {
        address = "serial:/dev/x?protocol=smoke";
        assertEquals(2, weigh());
    }

    @Test
    void namedScalesAreAskedHowTheyAre() {
        scale.put(70);
        assertEquals(0, run(new ScalesCommand(), address), said.toString());
        assertTrue(said.toString().contains(": 70 g"), said.toString());
        scale.mute(true);
        assertEquals(1, run(new ScalesCommand(), "--json", address), said.toString());
        assertTrue(said.toString().contains("\"state\":\"silent\""), said.toString());
    }
}
