package io.fulfillx.backend.channels;

/** Why an order cannot simply go on; each becomes a hold, never a refusal. */
public sealed interface IntakeProblem {

    /** For people: what is wrong, in one sentence. */
    String detail();

    /** A physical line we cannot match with an item. */
    record MissingSku(String channelLineId, String title) implements IntakeProblem {
        @Override
        public String detail() {
            return "line \"" + title + "\" has no usable SKU";
        }
    }

    /** There is something to ship and nowhere to ship it. */
    record AddressMissing() implements IntakeProblem {
        @Override
        public String detail() {
            return "the order has no shipping address";
        }
    }

    /** A part of the address is missing or cannot be right. */
    record AddressIncomplete(AddressField field, String detail) implements IntakeProblem {}

    /** A value that decides nothing about what ships is there but makes no sense. */
    record Unreadable(String pointer, String detail) implements IntakeProblem {}

    /** The money is not there. */
    record PaymentOpen(PaymentState state) implements IntakeProblem {
        @Override
        public String detail() {
            return "payment is "
                    + state.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        }
    }
}
