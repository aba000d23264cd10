package io.fulfillx.desktop.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.desktop.config.NamedScanner;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.scanner.FoundDevice;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

class DevicesChoiceTest {
    private static final NamedScanner LEFT = NamedScanner.parse("left=serial:port:1-1:1.0");
    private static final URI SCALE = URI.create("hid:port:1-3:1.0");

    private final DevicesModel model = new DevicesModel();
    private final List<String> wrong = new ArrayList<>();
    private final DevicesChoice choice =
            new DevicesChoice(Texts.in(Locale.ENGLISH), List::of, Runnable::run, model, wrong::add);

    @Test
    void whatTheSettingsHoldComesBackUnchanged() {
        choice.fill(List.of(LEFT), Optional.of(SCALE));
        assertEquals(List.of(LEFT), choice.scanners());
        assertEquals(Optional.of(SCALE), choice.scale());
    }

    @Test
    void twoEqualScannersAreAddedByTheirPlaceWithANameEach() {
        choice.fill(List.of(LEFT), Optional.empty());
        choice.pick(
                new FoundDevice(
                        "serial port",
                        URI.create("serial:port:1-2:1.0"),
                        "/dev/ttyACM1",
                        "port:1-2:1.0",
                        "Honeywell 1900"));
        model.name().set("right");
        choice.add();
        assertEquals(
                List.of(LEFT, NamedScanner.parse("right=serial:port:1-2:1.0")), choice.scanners());
    }

    @Test
    void neitherANameNorAPlaceStandsThereTwice() {
        choice.fill(List.of(LEFT), Optional.empty());
        model.address().set("serial:port:1-9:1.0");
        model.name().set("left");
        choice.add();
        model.address().set("serial:port:1-1:1.0");
        model.name().set("other");
        choice.add();
        assertEquals(List.of(LEFT), choice.scanners());
        assertEquals("This name or address is in the list already", wrong.getLast());
    }

    @Test
    void anotherScaleTakesThePlaceOfTheFirst() {
        choice.fill(List.of(LEFT), Optional.of(SCALE));
        choice.role(DeviceRole.SCALE);
        model.address().set("serial:/dev/ttyUSB0?protocol=nci");
        choice.add();
        assertEquals(Optional.of(URI.create("serial:/dev/ttyUSB0?protocol=nci")), choice.scale());
        assertEquals(2, model.lines().size());
    }

    @Test
    void whatWasTypedAndNotAddedIsTakenOrRefusedWithASentence() {
        choice.fill(List.of(), Optional.empty());
        model.address().set("serial:/dev/ttyACM0?colour=red");
        assertFalse(choice.takeTyped());
        assertTrue(wrong.getLast().contains("colour"), wrong.getLast());
        model.address().set("serial:/dev/ttyACM0");
        assertTrue(choice.takeTyped());
        assertEquals(List.of(NamedScanner.parse("serial:/dev/ttyACM0")), choice.scanners());
    }

    @Test
    void theLastOneCanBeRemoved() {
        choice.fill(List.of(LEFT), Optional.empty());
        choice.select(0);
        choice.remove();
        assertEquals(List.of(), choice.scanners());
        assertEquals("", model.address().get());
    }
}
