package io.fulfillx.backend.lab;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the simulated carrier charges: by billable weight and zone, in US cents. */
final class CarrierTariff {
    private static final int DIM_DIVISOR = 139;
    private static final int INTERNATIONAL = 9;

    private CarrierTariff() {}

    /** A service; prices are base + perPound x pounds + perZone x (zone - 2). */
    private enum Service {
        FXG("FX Ground", false, false, 68_000, 720, 45, 30),
        FXE("FX Express", false, false, 68_000, 1_890, 180, 120),
        FXP("FX Post", true, false, 31_700, 380, 62, 35),
        FXI("FX International", false, true, 68_000, 2_450, 650, 0),
        FXW("FX World Post", true, true, 30_000, 1_480, 540, 0);

        private final String title;
        private final boolean poBox;
        private final boolean international;
        private final int maxGrams;
        private final int baseCents;
        private final int perPoundCents;
        private final int perZoneCents;

        Service(
                String title,
                boolean poBox,
                boolean international,
                int maxGrams,
                int baseCents,
                int perPoundCents,
                int perZoneCents) {
            this.title = title;
            this.poBox = poBox;
            this.international = international;
            this.maxGrams = maxGrams;
            this.baseCents = baseCents;
            this.perPoundCents = perPoundCents;
            this.perZoneCents = perZoneCents;
        }

        int transitDays(int zone) {
            return switch (this) {
                case FXG -> 1 + zone / 2;
                case FXE -> zone > 7 ? 2 : 1;
                case FXP -> 2 + zone / 2;
                case FXI -> 6;
                case FXW -> 12;
            };
        }
    }

    record Quote(
            String service,
            String name,
            long amountMinor,
            String currency,
            int transitDays,
            boolean poBox) {}

    static List<Quote> quotes(CarrierParcel parcel) {
        int zone = zone(parcel);
        return Arrays.stream(Service.values())
                .filter(service -> service.international == (zone == INTERNATIONAL))
                .filter(service -> parcel.grams() <= service.maxGrams)
                .map(service -> quote(service, parcel, zone))
                .toList();
    }

    static Optional<Quote> quote(CarrierParcel parcel, String service) {
        return quotes(parcel).stream().filter(quote -> quote.service.equals(service)).findFirst();
    }

    private static Quote quote(Service service, CarrierParcel parcel, int zone) {
        long cents =
                service.baseCents
                        + (long) service.perPoundCents * billablePounds(parcel)
                        + (long) service.perZoneCents * (zone - 2);
        return new Quote(
                service.name(),
                service.title,
                cents,
                "USD",
                service.transitDays(zone),
                service.poBox);
    }

    /** The larger of weight and volume, each rounded up; every side up to the next inch. */
    static long billablePounds(CarrierParcel parcel) {
        long actual = (parcel.grams() * 100_000L + 45_359_236L) / 45_359_237L;
        long volume =
                inches(parcel.lengthMm()) * inches(parcel.widthMm()) * inches(parcel.heightMm());
        return Math.max(actual, (volume + DIM_DIVISOR - 1) / DIM_DIVISOR);
    }

    private static long inches(int millimetres) {
        return (millimetres * 10L + 253) / 254;
    }

    /** 2 next door to 8 across the country, 9 abroad. */
    static int zone(CarrierParcel parcel) {
        if (!parcel.from().country().equals(parcel.to().country())) {
            return INTERNATIONAL;
        }
        int apart =
                Math.abs(
                        firstDigit(parcel.from().postalCode())
                                - firstDigit(parcel.to().postalCode()));
        return Math.min(8, 2 + apart);
    }

    private static int firstDigit(String postalCode) {
        return postalCode
                .chars()
                .filter(letter -> letter >= '0' && letter <= '9')
                .map(letter -> letter - '0')
                .findFirst()
                .orElse(5);
    }
}
