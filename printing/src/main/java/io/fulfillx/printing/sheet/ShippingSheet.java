package io.fulfillx.printing.sheet;

import io.fulfillx.model.address.Address;
import io.fulfillx.model.label.LabelDocument;
import io.fulfillx.model.label.LabelFormat;
import io.fulfillx.model.label.LeasedService;
import io.fulfillx.model.label.NumberSeries;
import io.fulfillx.model.label.NumberSeries.Kind;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.station.PackJob;
import io.fulfillx.printing.language.Barcode;
import io.fulfillx.printing.language.LabelBuilder;
import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.language.LabelSetup;
import io.fulfillx.printing.raster.Dpi;
import io.fulfillx.printing.raster.Media;

import org.jspecify.annotations.Nullable;

import java.util.stream.Stream;

/** A shipping label of ours, for a parcel whose number was made here. Its words are carriers'. */
public final class ShippingSheet {
    private static final int LEFT = 40;
    private static final int WIDTH = 730;
    private static final int HALF = 430;
    private static final int MODULE = 3;
    private static final char FNC1 = 0x1D;

    private ShippingSheet() {}

    /**
     * @throws IllegalArgumentException when the number is of no carrier known here
     */
    public static LabelDocument of(PackJob job, LeasedService service, TrackingNumber number) {
        Kind kind =
                NumberSeries.read(number)
                        .orElseThrow(() -> new IllegalArgumentException("no such number"))
                        .series()
                        .kind();
        LabelBuilder label =
                LabelLanguage.ZPL.builder(LabelSetup.of(Media.FOUR_BY_SIX, Dpi.DPI_203));
        label.box(10, 10, 792, 1198, 4);
        lines(label, 40, 22, HALF, service.from());
        label.box(500, 40, 280, 110, 3)
                .text(512, 80, fit(service.postage(), 26, 260), service.postage());
        label.box(10, 200, 792, 4, 4)
                .text(LEFT, 222, fit(service.name(), 60, WIDTH), service.name());
        label.box(10, 300, 792, 4, 4).text(LEFT, 330, 26, "SHIP TO");
        lines(label, 370, 42, WIDTH, job.shipTo());
        label.box(10, 680, 792, 8, 8).text(LEFT, 710, 30, "TRACKING #");
        label.barcode(LEFT, 760, bars(kind, number.value(), job.shipTo()));
        label.text(LEFT, 1030, 40, grouped(kind, number.value()));
        label.box(10, 1090, 792, 8, 8).text(LEFT, 1120, fit(own(job), 34, WIDTH), own(job));
        return new LabelDocument(number, LabelFormat.ZPL, label.bytes());
    }

    private static Barcode bars(Kind kind, String number, Address to) {
        String zip = to.postalCode() == null ? "" : to.postalCode().replace("-", "");
        return kind == Kind.USPS_IMPB
                ? Barcode.gs1("420" + zip + FNC1 + number, MODULE, 250)
                : Barcode.code128(number, MODULE, 250);
    }

    /** As people read it out. */
    private static String grouped(Kind kind, String number) {
        return kind == Kind.UPS_1Z
                ? number.replaceFirst("(1Z)(...)(...)(..)(....)(....)", "$1 $2 $3 $4 $5 $6")
                : number.replaceAll("(.{4})(?=.)", "$1 ");
    }

    private static String own(PackJob job) {
        return job.parcelCount() == 1
                ? job.orderName()
                : job.orderName() + " (" + job.parcelNumber() + "/" + job.parcelCount() + ")";
    }

    private static void lines(LabelBuilder label, int top, int height, int width, Address address) {
        String place =
                String.join(
                        " ",
                        present(address.city(), address.stateCode(), address.postalCode())
                                .toList());
        int y = top;
        for (String line :
                present(
                                address.name(),
                                address.company(),
                                address.line1(),
                                address.line2(),
                                place,
                                address.countryCode())
                        .toList()) {
            label.text(LEFT, y, fit(line, height, width), line);
            y += height + height / 8;
        }
    }

    private static Stream<String> present(@Nullable String... texts) {
        return Stream.of(texts).filter(text -> text != null && !text.isBlank()).map(String::strip);
    }

    /** The height at which a text is no wider than that: a letter is half as wide as it is high. */
    private static int fit(String text, int height, int width) {
        return Math.max(16, Math.min(height, 2 * width / Math.max(1, text.length())));
    }
}
