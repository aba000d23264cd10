package io.fulfillx.desktop.pack;

import static io.fulfillx.desktop.TestJobs.job;
import static io.fulfillx.desktop.TestJobs.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.desktop.print.LabelPictures;
import io.fulfillx.desktop.session.Reading;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.model.label.LabelDocument;
import io.fulfillx.model.label.Sscc;
import io.fulfillx.printing.symbol.Symbol;
import io.fulfillx.printing.symbol.SymbolReaders;
import io.fulfillx.scanner.meaning.ScanMeaning;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

class PlateSheetTest {
    private static final Sscc PLATE = new Sscc("106141412345678908");

    private static LabelDocument plate(Locale language) {
        return new PlateSheet(Texts.in(language)).of(PLATE, job(7, line(1, "CUP", 1, "A-1")));
    }

    @Test
    void itsBarcodeIsReadAsTheShippingUnitThatItIs() {
        var picture = new LabelPictures().of(plate(Locale.ENGLISH)).orElseThrow();
        List<Symbol> symbols = SymbolReaders.best().read(picture);
        assertEquals(1, symbols.size());
        assertEquals("]C1", symbols.getFirst().aimId());
        assertEquals(PLATE.element(), symbols.getFirst().payload());
        var meaning = ScanMeaning.of(Reading.typed(PLATE.element(), Instant.EPOCH));
        assertTrue(
                meaning instanceof ScanMeaning.ShippingUnit unit
                        && unit.sscc().equals(PLATE.digits()));
    }

    @Test
    void itSaysForPeopleWhatIsMissingInTheirLanguage() {
        String english = text(Locale.ENGLISH);
        assertTrue(english.contains("LABEL PENDING") && english.contains("#7"), english);
        assertTrue(english.contains("CH 1000") && english.contains(PLATE.digits()), english);
        assertTrue(text(Locale.GERMAN).contains("ETIKETT FOLGT"));
    }

    private static String text(Locale language) {
        return new String(plate(language).content(), StandardCharsets.UTF_8);
    }
}
