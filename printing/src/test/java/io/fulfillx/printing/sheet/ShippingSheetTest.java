package io.fulfillx.printing.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.model.address.Address;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.WaveId;
import io.fulfillx.model.label.LabelDocument;
import io.fulfillx.model.label.LeasedService;
import io.fulfillx.model.label.NumberSeries;
import io.fulfillx.model.label.NumberSeries.Kind;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.quantity.Dimensions;
import io.fulfillx.model.quantity.Weight;
import io.fulfillx.model.station.CartonChoice;
import io.fulfillx.model.station.JobState;
import io.fulfillx.model.station.PackJob;
import io.fulfillx.printing.preview.PreviewSettings;
import io.fulfillx.printing.preview.zpl.ZplRenderer;
import io.fulfillx.printing.raster.Dpi;
import io.fulfillx.printing.symbol.Symbol;
import io.fulfillx.printing.symbol.SymbolReaders;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

class ShippingSheetTest {
    private static final Address HOUSE =
            new Address(
                    "House", null, "1200 Dock Road", null, "Columbus", "OH", "43215", "US", null);

    private static PackJob job(String zip) {
        return new PackJob(
                new ParcelId(new UUID(1, 1)),
                new OrderId(new UUID(1, 2)),
                new WaveId(new UUID(1, 3)),
                "#1001",
                "O1001",
                1,
                1,
                new Address(
                        "Ada Brook", null, "9 Mill Lane", null, "Portland", "OR", zip, "US", null),
                "",
                List.of(),
                new CartonChoice("S", "Small", new Dimensions(200, 150, 100), new Weight(80)),
                new Weight(700),
                null,
                JobState.READY,
                List.of(),
                List.of(),
                null,
                1);
    }

    private static LeasedService service(String type) {
        return new LeasedService(
                "carrier", "FXG", "FX GROUND", type, new Weight(30_000), HOUSE, "PERMIT 4711", 0);
    }

    @ParameterizedTest
    @CsvSource({
        "USPS_IMPB, 901131854, 612, 97205, ]C1, 42097205",
        "USPS_IMPB, 901131854, 612, 97205-1234, ]C1, 420972051234",
        "USPS_IMPB, 123456, 055, 97205, ]C1, 42097205",
        "UPS_1Z, 999AA1, 03, 97205, ]C0, ''"
    })
    void itsBarcodeIsReadAsTheNumberThatItIs(
            Kind kind, String issuer, String type, String zip, String aim, String routing) {
        TrackingNumber number = new NumberSeries(kind, issuer).number(type, 1_746_851);
        LabelDocument sheet = ShippingSheet.of(job(zip), service(type), number);
        var picture =
                new ZplRenderer()
                        .render(sheet.content(), new PreviewSettings(Dpi.DPI_203, 812, 1_218))
                        .getFirst()
                        .picture();
        List<Symbol> symbols = SymbolReaders.best().read(picture);
        assertEquals(1, symbols.size());
        assertEquals(aim, symbols.getFirst().aimId());
        String payload = symbols.getFirst().payload();
        assertEquals(routing + number, payload.replace("\u001d", ""));
        assertEquals(number, sheet.trackingNumber());
    }

    @ParameterizedTest
    @CsvSource({
        "USPS_IMPB, 901131854, 612, 9261 2901 1318 5417 4685 10",
        "UPS_1Z, 999AA1, 03, 1Z 999 AA1 03 1746 8510"
    })
    void itSaysForPeopleWhatTheCarrierWantsToSee(
            Kind kind, String issuer, String type, String grouped) {
        TrackingNumber number = new NumberSeries(kind, issuer).number(type, 1_746_851);
        String zpl =
                new String(
                        ShippingSheet.of(job("97205"), service(type), number).content(),
                        StandardCharsets.UTF_8);
        for (String text :
                List.of("Ada Brook", "Portland OR 97205", "1200 Dock Road", "PERMIT 4711")) {
            assertTrue(zpl.contains(text), zpl);
        }
        assertTrue(zpl.contains("FX GROUND") && zpl.contains("#1001"), zpl);
        assertTrue(zpl.contains(grouped), zpl);
    }
}
