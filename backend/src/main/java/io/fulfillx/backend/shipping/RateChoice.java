package io.fulfillx.backend.shipping;

import java.util.List;

/** The service a parcel goes by, with the reasons against all others. */
public sealed interface RateChoice {

    /** Why the others lost. */
    List<Rejection> rejections();

    /**
     * @param lateness how the promise is missed; empty when it is kept
     */
    record Chosen(RateOffer offer, String lateness, List<Rejection> rejections)
            implements RateChoice {
        public Chosen {
            rejections = List.copyOf(rejections);
        }
    }

    /** None is feasible; the reason is for people. */
    record NoService(String reason, List<Rejection> rejections) implements RateChoice {
        public NoService {
            rejections = List.copyOf(rejections);
        }
    }

    /** One offer and why it was not taken. */
    record Rejection(RateOffer offer, String reason) {}
}
