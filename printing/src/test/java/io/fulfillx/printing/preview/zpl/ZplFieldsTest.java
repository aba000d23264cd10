package io.fulfillx.printing.preview.zpl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.printing.preview.RenderedLabel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.List;

class ZplFieldsTest {
    @Test
    void lettersStandOnTheBaselineOfTheirField() {
        assertEquals("55,45 39x60", Drawn.ink("^FO50,45^A0N,80,80^FDH^FS"));
        assertEquals("55,240 39x60", Drawn.ink("^FT50,300^A0N,80,80^FDH^FS"));
    }

    @Test
    void widthStretchesWithoutChangingTheHeight() {
        assertEquals("61,45 76x60", Drawn.ink("^FO50,45^A0N,80,160^FDH^FS"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"N | 39x60", "R | 60x39", "I | 39x60", "B | 60x39"})
    void textTurnsInAllFourDirections(char direction, String size) {
        String ink = Drawn.ink("^FO200,200^A0" + direction + ",80,80^FDH^FS");
        assertEquals(size, ink.substring(ink.indexOf(' ') + 1));
    }

    @Test
    void bitmapFontsGrowInWholeSteps() {
        assertEquals(
                Drawn.picture("^FO9,9^ADN,36,20^FDabc^FS"),
                Drawn.picture("^FO9,9^ADN,40,22^FDabc^FS"));
        assertNotEquals(
                Drawn.picture("^FO9,9^ADN,36,20^FDabc^FS"),
                Drawn.picture("^FO9,9^ADN,54,20^FDabc^FS"));
    }

    @Test
    void theDefaultFontAndItsDirectionAreUsedUnlessAFieldSaysOtherwise() {
        assertEquals(
                Drawn.picture("^FO50,45^A0R,80,80^FDH^FS"),
                Drawn.picture("^FWR^CF0,80,80^FO50,45^FDH^FS"));
    }

    @Test
    void rightJustifiedFieldsEndAtTheirOrigin() {
        String ink = Drawn.ink("^FO300,50,1^A0N,40,40^FDWidth^FS");
        int left = Integer.parseInt(ink.substring(0, ink.indexOf(',')));
        int width = Integer.parseInt(ink.substring(ink.indexOf(' ') + 1, ink.indexOf('x')));
        assertTrue(Math.abs(left + width - 300) <= 4, ink);
    }

    @Test
    void blocksWrapAtWordsAndLongWordsAtLetters() {
        String wrapped = "^FO9,9^FB90,4,5^A0N,30,30^FDone two three^FS";
        String written = "^FO9,9^FB90,4,5^A0N,30,30^FDone\\&two\\&three^FS";
        assertEquals(Drawn.picture(written), Drawn.picture(wrapped));
        assertEquals(
                Drawn.picture("^FO9,9^FB80,4^A0N,40,40^FDWWW\\&WWW\\&W^FS").height(),
                Drawn.picture("^FO9,9^FB80,4^A0N,40,40^FDWWWWWWW^FS").height());
    }

    @Test
    void whatDoesNotFitIntoABlockIsPrintedOverItsLastLine() {
        String two = Drawn.ink("^FO9,9^FB90,2^A0N,30,30^FDHa\\&Hb^FS");
        String three = Drawn.ink("^FO9,9^FB90,2^A0N,30,30^FDHa\\&Hb\\&Hc^FS");
        assertEquals(two.split("x")[1], three.split("x")[1]);
    }

    @Test
    void blocksAreJustified() {
        String left = Drawn.ink("^FO0,0^FB400,1,0,L^A0N,40,40^FDHH^FS");
        String center = Drawn.ink("^FO0,0^FB400,1,0,C^A0N,40,40^FDHH^FS");
        String right = Drawn.ink("^FO0,0^FB400,1,0,R^A0N,40,40^FDHH^FS");
        assertEquals("3", left.split(",")[0]);
        assertEquals("179", center.split(",")[0]);
        assertEquals("355", right.split(",")[0]);
    }

    @Test
    void hexadecimalEscapesWorkWithAnyMark() {
        assertEquals(
                Drawn.picture("^FO9,9^A0N,40^FDa^FS"), Drawn.picture("^FO9,9^A0N,40^FH#^FD#61^FS"));
        assertEquals(
                Drawn.picture("^CI28^FO9,9^A0N,40^FDé^FS"),
                Drawn.picture("^CI28^FO9,9^A0N,40^FH^FD_C3_a9^FS"));
    }

    @Test
    void characterSetsDecodeTheSameBytesDifferently() {
        byte[] western = "^XA^CI27^FO9,9^A0N,40^FDé^FS^XZ".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(
                Drawn.picture("^CI28^FO9,9^A0N,40^FDé^FS"), Drawn.labels(western).get(0).picture());
        assertEquals(
                Drawn.picture("^CI28^FO9,9^A0N,40^FDÄ^FS"),
                Drawn.picture("^CI6^FO9,9^A0N,40^FD[^FS"));
    }

    @Test
    void whatNoFontHasIsDrawnAsABox() {
        assertNotEquals("nothing", Drawn.ink("^CI28^FO9,9^A0N,40^FD\u5c71^FS"));
    }

    @Test
    void prefixesAndDelimiterMayChange() {
        assertEquals("10,20 30x5", Drawn.ink(Drawn.labels("^XA^CC!!FO10,20!GB30,5,5!FS!XZ")));
        assertEquals("10,20 30x5", Drawn.ink(Drawn.labels("^XA^CD;^FO10;20^GB30;5;5^FS^XZ")));
    }

    @Test
    void storedFormatsWaitForTheirNumberedFields() {
        String stored = "^XA^DFE:S.ZPL^FS^FO9,9^A0N,40^FN1^FS^FO9,99^GB50,5,5^FS^XZ";
        List<RenderedLabel> labels =
                Drawn.labels(
                        stored
                                + "^XA^XFE:S.ZPL^FS^FN1^FDone^FS^XZ"
                                + "^XA^XFE:S.ZPL^FS^FN1^FDtwo^FS^XZ");
        assertEquals(2, labels.size());
        assertEquals(
                Drawn.picture("^FO9,9^A0N,40^FDtwo^FS^FO9,99^GB50,5,5^FS"),
                labels.get(1).picture());
    }

    @Test
    void numberedFieldsAreEmbeddedInOthers() {
        assertEquals(
                Drawn.picture("^FO9,9^A0N,40^FDNo 17!^FS"),
                Drawn.picture("^FN3^FD17^FS^FO9,9^A0N,40^FE^FDNo #3#!^FS"));
    }

    @Test
    void serialNumbersMoveOnWithEachLabel() {
        List<RenderedLabel> labels = Drawn.labels("^XA^FO9,9^A0N,40^SN098,1,Y^FS^PQ4,0,2^XZ");
        assertEquals(2, labels.size());
        assertEquals(2, labels.get(1).copies());
        assertEquals(Drawn.picture("^FO9,9^A0N,40^FD099^FS"), labels.get(1).picture());
    }

    @Test
    void aMaskSaysWhichCharactersCount() {
        List<RenderedLabel> labels = Drawn.labels("^XA^FO9,9^A0N,40^FDAZ9^SFAAD,1^FS^PQ2^XZ");
        assertEquals(Drawn.picture("^FO9,9^A0N,40^FDBA0^FS"), labels.get(1).picture());
        assertEquals(2, labels.size());
    }

    @Test
    void copiesAreCountedNotDrawn() {
        List<RenderedLabel> labels = Drawn.labels("^XA^FO9,9^GB9,9,9^FS^PQ25^XZ");
        assertEquals(1, labels.size());
        assertEquals(25, labels.get(0).copies());
    }

    @Test
    void unknownCommandsAreWarnings() {
        RenderedLabel label = Drawn.label("^FO9,9^GB9,9,9^FS^QQ1,2");
        assertTrue(label.warnings().toString().contains("^QQ"));
        assertEquals(List.of(), Drawn.label("^MMT^MNW^PR4~SD15^FO9,9^GB9,9,9^FS").warnings());
    }

    @Test
    void formatsThatPrintNothingGiveNoLabel() {
        assertEquals(List.of(), Drawn.labels("^XA^MCY^XZ~JA^XA^CI28^XZ"));
    }

    @Test
    void documentsAreCutIntoLabelsWithWhatTheyNeed() {
        String first = "~SD20^XA^DFE:S.ZPL^FS^FN1^FS^XZ\n^XA^XFE:S.ZPL^FS^FN1^FDa^FS^XZ";
        String second = "^XA^CI28^XZ^XA^FO9,9^GFB,4,4,1,^XZ.^FS^XZ";
        List<byte[]> parts =
                ZplDocument.labels((first + second + "\n").getBytes(StandardCharsets.UTF_8));
        assertEquals(2, parts.size());
        assertEquals(first, new String(parts.get(0), StandardCharsets.UTF_8));
        assertEquals(second + "\n", new String(parts.get(1), StandardCharsets.UTF_8));
    }
}
