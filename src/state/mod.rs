//! stub
use jiff::civil::Date;
use crate::record::*;
#[derive(Debug, Clone, Copy, PartialEq, Eq)] pub enum Via { Facility, Intermediary, Agency }
#[derive(Debug, Clone, Copy, PartialEq, Eq)] pub enum Reason { Released, Died, InTransit, FacilityUnknown, FacilityClosed, Unconfirmed, NeverVerified, VerificationTooOld, AddressIncomplete, CustodyUnknown }
impl Reason { pub fn as_str(self) -> &'static str { match self { Reason::Released => "released", Reason::Died => "died", Reason::InTransit => "in_transit", _ => "custody_unknown" } } }
#[derive(Debug, Clone, Copy, PartialEq, Eq)] pub enum Decision { Show(Via), Withhold(Reason) }
#[derive(Debug, Clone, Copy, PartialEq, Eq)] pub enum Staleness { Never, Fresh, Notice, TooOld }
#[derive(Debug, Clone, Copy, PartialEq, Eq)] pub enum Level { Country, FacilityType, Facility, Person }
#[derive(Debug)] pub struct Folded { pub custody: Custody, pub custody_since: Option<PartialDate>, pub facility: Option<Id>, pub punishment: Option<(Punishment, PartialDate)>, pub died: Option<PartialDate>, pub arrested: Option<PartialDate> }
#[derive(Debug)] pub struct Derived { pub folded: Folded, pub decision: Decision, pub correspondence: Option<Correspondence>, pub minor_protected: bool, pub staleness: Staleness, pub ask_after: Option<Date>, pub next_change: Option<Date> }
impl Derived { pub fn names_facility(&self) -> bool { matches!(self.decision, Decision::Show(Via::Facility)) } pub fn may_be_in(&self, id: &Id) -> bool { self.folded.facility.as_ref() == Some(id) } }
pub trait Places { fn facility(&self, id: &Id) -> Option<&Facility>; fn rules(&self, c: &Country) -> Option<&Rules>; fn organisation_has_address(&self, id: &Id) -> bool; }
pub struct Envelope { pub lines: Vec<String>, pub postcode: Option<String>, pub country_latin: Option<String>, pub lang: Option<Lang> }
pub fn envelope_for(p: &Prisoner, d: &Derived, places: &dyn Places) -> Result<Envelope, ()> {
  let f = d.folded.facility.as_ref().and_then(|i| places.facility(i)).ok_or(())?; let mut e = facility_envelope(f, places.rules(&f.country)).ok_or(())?; e.lines.insert(0, p.names.envelope.clone().unwrap_or_default()); Ok(e) }
pub fn facility_envelope(f: &Facility, r: Option<&Rules>) -> Option<Envelope> { let a = f.address.as_ref()?; Some(Envelope { lines: [&a.recipient,&a.street,&a.town,&a.district,&a.region].into_iter().flatten().cloned().collect(), postcode: a.postcode.clone(), country_latin: r.and_then(|r| r.envelope_country.clone()), lang: r.and_then(|r| r.address_lang.clone()) }) }
pub struct Inherited<'a> { pub key: RuleKey, pub rule: &'a LetterRule, pub level: Level }
pub fn letter_rules<'a>(country: Option<&'a Rules>, kind: Option<FacilityType>, facility: Option<&'a Facility>, person: &'a LetterRules) -> Vec<Inherited<'a>> {
  RuleKey::ALL.iter().filter_map(|(_, key)| { let k=*key;
   person.get(k).map(|r| Inherited{key:k,rule:r,level:Level::Person})
   .or_else(|| facility.and_then(|f| f.letters.get(k)).map(|r| Inherited{key:k,rule:r,level:Level::Facility}))
   .or_else(|| country.and_then(|c| c.by_type.get(&kind?)).and_then(|t| t.letters.get(k)).map(|r| Inherited{key:k,rule:r,level:Level::FacilityType}))
   .or_else(|| country.and_then(|c| c.letters.get(k)).map(|r| Inherited{key:k,rule:r,level:Level::Country})) }).collect() }
pub fn derive(p: &Prisoner, _places: &dyn Places, _today: Date, _max: u32) -> Derived {
  let mut f = Folded { custody: Custody::Unknown, custody_since: None, facility: None, punishment: None, died: None, arrested: None };
  for e in &p.timeline { use EventKind::*; let c = match e.kind { Arrest => Some(Custody::Pretrial), Verdict => Some(Custody::ConvictedAwaitingTransfer), TransferStart => Some(Custody::InTransit), TransferEnd => Some(Custody::Colony), Release => Some(Custody::Released), Exchange => Some(Custody::Exchanged), Deportation => Some(Custody::Deported), Pardon => Some(Custody::Pardoned), Acquittal => Some(Custody::Acquitted), Disappearance => Some(Custody::Disappeared), Death if !f.custody.is_over() => Some(Custody::Died), _ => None }; if let Some(c) = e.custody.or(c) { f.custody = c; f.custody_since = Some(e.date); } if e.facility.is_some() { f.facility = e.facility.clone(); } if e.kind == Death { f.died = Some(e.date) } if e.kind == Arrest { f.arrested = Some(e.date) } }
  let decision = if f.custody.has_address() && f.facility.is_some() && p.address_verified.is_some() { Decision::Show(Via::Facility) } else if f.custody.is_over() { Decision::Withhold(Reason::Released) } else { Decision::Withhold(Reason::InTransit) };
  Derived { folded: f, decision, correspondence: None, minor_protected: p.names.surname.is_none(), staleness: Staleness::Fresh, ask_after: None, next_change: None } }
