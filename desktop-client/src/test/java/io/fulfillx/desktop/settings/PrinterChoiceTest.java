package io.fulfillx.desktop.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.desktop.text.Texts;
import io.fulfillx.printing.discovery.FoundPrinter;
import io.fulfillx.printing.discovery.PrinterSource;
import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.profile.PrinterProfiles;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

class PrinterChoiceTest {
    private final PrintersModel model = new PrintersModel();
    private final List<String> wrong = new ArrayList<>();
    private final PrinterChoice choice =
            new PrinterChoice(
                    Texts.in(Locale.ENGLISH),
                    new PrinterSearch(List::of),
                    Runnable::run,
                    model,
                    wrong::add);

    @Test
    void aFoundPrinterIsTakenWithItsIdentityAndTheModelThatFits() {
        choice.pick(FoundRow.of(found("ZTC ZD421-300dpi ZPL", LabelLanguage.ZPL)));
        choice.add();
        assertEquals(lines("usb:SN1?profile=zebra-zd421-300"), choice.printers());
    }

    @Test
    void suggestsByModelThenByLanguageThenTheUsual() {
        assertEquals("zebra-zd421", suggested("ZTC ZD421-203dpi ZPL", LabelLanguage.ZPL));
        assertEquals("zebra-lp2844", suggested("LP2844", null));
        assertEquals("generic-tspl", suggested("Unheard-of 7", LabelLanguage.TSPL));
        assertEquals("generic-zpl", suggested(null, null));
    }

    @Test
    void theOrderCanBeChanged() {
        choice.fill(lines("tcp://10.0.0.1:9100", "usb:SN1", "spool:labels"));
        choice.select(2);
        choice.move(-1);
        choice.move(-1);
        choice.move(-1);
        assertEquals(lines("spool:labels", "tcp://10.0.0.1:9100", "usb:SN1"), choice.printers());
        choice.remove();
        assertEquals(lines("tcp://10.0.0.1:9100", "usb:SN1"), choice.printers());
        assertEquals(URI.create("tcp://10.0.0.1:9100"), choice.selected().orElseThrow());
    }

    @Test
    void anotherModelChangesTheLineAndKeepsThePlace() {
        choice.fill(lines("serial:/dev/ttyUSB0?baud=115200&profile=zebra-zd421"));
        choice.select(0);
        choice.choose(PrinterProfiles.find("tsc-te200").orElseThrow());
        choice.change();
        assertEquals(lines("serial:/dev/ttyUSB0?baud=115200&profile=tsc-te200"), choice.printers());
    }

    @Test
    void whatIsTypedWinsOverTheModelInTheBox() {
        model.address().set("tcp://10.0.0.9?language=epl");
        choice.add();
        model.address().set("tcp://10.0.0.8");
        model.profile().set(PrinterProfiles.generic(LabelLanguage.CPCL));
        assertTrue(choice.takeTyped());
        assertEquals(
                lines("tcp://10.0.0.9?language=epl", "tcp://10.0.0.8?profile=generic-cpcl"),
                choice.printers());
    }

    @Test
    void aWrongAddressIsRefusedWithTheSentenceThatSaysWhy() {
        model.address().set("http://printer");
        choice.add();
        model.address().set("tcp://printer?profile=abacus");
        assertFalse(choice.takeTyped());
        assertEquals(List.of(), choice.printers());
        assertTrue(wrong.getFirst().contains("tcp://10.0.0.7:9100"), wrong.toString());
        assertEquals("there is no printer profile abacus", wrong.getLast());
    }

    @Test
    void onePlaceIsTakenOnce() {
        choice.fill(lines("tcp://10.0.0.1:9100"));
        model.address().set("tcp://10.0.0.1:9100?language=tspl");
        choice.add();
        assertEquals(List.of("This printer is in the list already"), wrong);
        assertEquals(1, choice.printers().size());
    }

    @Test
    void aSlowPlaceDoesNotHideWhatTheQuickOnesFound() throws InterruptedException {
        CountDownLatch slow = new CountDownLatch(1);
        BlockingQueue<SearchState> told = new LinkedBlockingQueue<>();
        new PrinterSearch(
                        () ->
                                List.of(
                                        source("ports", () -> {}),
                                        source("network", () -> await(slow))))
                .begin(told::add);
        assertEquals(0, next(told).done());
        SearchState first = next(told);
        assertTrue(first.running());
        assertEquals(1, first.found().size());
        slow.countDown();
        assertFalse(next(told).running());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static SearchState next(BlockingQueue<SearchState> told) throws InterruptedException {
        SearchState state = told.poll(5, TimeUnit.SECONDS);
        return state == null ? SearchState.NONE : state;
    }

    private static PrinterSource source(String name, Runnable look) {
        return new PrinterSource() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<FoundPrinter> look(Duration limit) throws IOException {
                look.run();
                return List.of(found("ZD421", LabelLanguage.ZPL));
            }
        };
    }

    private static String suggested(@Nullable String model, @Nullable LabelLanguage language) {
        return SuggestedProfile.of(found(model, language)).id();
    }

    static FoundPrinter found(@Nullable String model, @Nullable LabelLanguage language) {
        return new FoundPrinter(
                "SN1", URI.create("usb:SN1"), "USB printer /dev/usb/lp0", model, language);
    }

    private static List<URI> lines(String... lines) {
        return List.of(lines).stream().map(URI::create).toList();
    }
}
