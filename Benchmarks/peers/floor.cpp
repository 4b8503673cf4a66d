// The twelve rules written by hand over simdjson: what is left when there is no engine.
//   floor read EVENTS          reads every field and does nothing
//   floor run EVENTS ACTIONS
#include "workload.hpp"

#include <deque>
#include <unordered_map>

struct Contact {
    int count = 0;
    bool must_end = false, has_supervisor = false;
    long last_transfer = -1'000'000'000, warned_at = -1;
};

struct Customer {
    std::deque<long> endings;
    long restricted_until = 0;
};

struct Fired {
    int rules[6];
    int count = 0;
    void add(int rule) { rules[count++] = rule; }
    bool has(int rule) const {
        for (int i = 0; i < count; i++)
            if (rules[i] == rule) return true;
        return false;
    }
};

static Fired decide(const Event& e, const Contact& contact, const Customer& customer) {
    Fired fired;
    bool ends = e.type == "contact.ended" && contact.must_end, restricted = customer.restricted_until > e.now;
    if (e.type == "utterance" && e.behaviour != "none") {
        bool heavy = e.behaviour == "discrimination" || e.behaviour == "sexual";
        bool abusive = heavy || e.behaviour == "profanity" || e.behaviour == "insult" ||
                       (e.behaviour == "rude" && e.severity >= 2);
        if (abusive && !contact.must_end) {
            int count = contact.count + (heavy && e.severity >= 3 ? 2 : 1);
            fired.add(count < 3 ? count : 3);
        }
        if (e.behaviour == "threat") {
            if (!contact.has_supervisor) fired.add(4);
            if (!contact.must_end) fired.add(5);
            if (e.severity >= 3) fired.add(6);
        }
    }
    if (e.type == "supervisor.requested" && e.now - contact.last_transfer >= 600) fired.add(7);
    if (contact.warned_at >= 0 && e.now - contact.warned_at > 120 && !e.completes_warning()) fired.add(8);
    if (ends) {
        fired.add(9);
        fired.add(10);
        if (customer.endings.size() + 1 >= 3 && !restricted) fired.add(11);
    }
    if (e.type == "contact.started" && e.channel == "phone" && restricted) fired.add(12);
    return fired;
}

static void change(const Event& e, const Fired& fired, Contact& contact, Customer& customer) {
    if (e.completes_warning() || fired.has(8)) contact.warned_at = -1;
    for (int i = 0; i < fired.count; i++) switch (fired.rules[i]) {
            case 1:
            case 2:
                contact.count = fired.rules[i];
                contact.warned_at = e.now;
                break;
            case 3:
            case 5: contact.must_end = true; break;
            case 4: contact.has_supervisor = true; break;
            case 7: contact.last_transfer = e.now; break;
            case 9: customer.endings.push_back(e.now); break;
            case 11: customer.restricted_until = e.now + 7'776'000;
        }
}

int main(int count, char** arguments) {
    bool reads_only = count == 3 && std::string_view(arguments[1]) == "read";
    if (!reads_only && count != 4) return 2;
    FILE* out = reads_only ? nullptr : fopen(arguments[3], "w");
    std::unordered_map<std::string, Contact> contacts;
    std::unordered_map<std::string, Customer> customers;
    long events = 0, bytes = 0;
    bool done = read_events(arguments[2], [&](Event& e) {
        events++;
        bytes += e.text.size();
        if (reads_only) return;
        e.now = moment(e.time);
        std::string name(e.contact);
        Contact& contact = contacts[name];
        Customer& customer = customers[std::string(e.customer)];
        while (!customer.endings.empty() && customer.endings.front() <= e.now - 7'776'000) customer.endings.pop_front();
        Fired fired = decide(e, contact, customer);
        change(e, fired, contact, customer);
        for (int i = 0; i < fired.count; i++) write_action(out, e, fired.rules[i]);
        if (e.type == "contact.ended") contacts.erase(name);
    });
    if (out) fclose(out);
    fprintf(stderr, "%ld events, %ld bytes of text\n", events, bytes);
    return done ? 0 : 1;
}
