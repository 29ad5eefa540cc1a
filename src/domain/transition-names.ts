/** What the names of a workflow's transitions say, in the languages in which people name them. */

/** Every word is known, and one of them says so. A name that is not known costs a question, never a request. */
export function saysItResolves(name: string): boolean {
  const words =
    name
      .toLowerCase()
      .normalize('NFC')
      .match(/[\p{L}\p{M}]+/gu) ?? [];
  return (
    words.some((word) => RESOLVES.has(word)) && words.every((word) => RESOLVES.has(word) || ABOUT.has(word))
  );
}

const wordsIn = (text: string): Set<string> => new Set(text.split(/\s+/).filter((word) => word !== ''));

/** What Jira's own workflows, and people who write their own, call an end that is a success. */
const RESOLVES = wordsIn(`
  resolve resolved solve solved done complete completed close closed finish finished fix fixed
  lösen gelöst erledigen erledigt fertig abschließen abgeschlossen schließen geschlossen
  résoudre résolu résolue terminer terminé terminée clôturer clos close fermer fermé fermée
  resolver resuelto resuelta hecho terminar terminado cerrar cerrado completar completado listo
  resolvido resolvida feito concluir concluído concluída fechar fechado
  risolvi risolvere risolto completare completato chiudi chiudere chiuso fatto
  oplossen opgelost gereed klaar sluiten gesloten afronden afgerond
  lös löst klart klar stäng stängd løs løst færdig ferdig luk lukket lukk ratkaise ratkaistu valmis
  rozwiąż rozwiązane rozwiązano gotowe zamknij zamknięte zakończ zakończone
  vyřešit vyřešeno hotovo uzavřít uzavřeno megold megoldva kész lezár lezárva
  решить решен решено решён готово закрыть закрыто выполнено завершить завершено
  вирішити вирішено виконано çöz çözüldü tamamla tamamlandı bitti kapat kapatıldı
  解決 解決済み 解決する 完了 完了する 完了済み クローズ クローズする
  해결 해결됨 해결하기 완료 완료됨 종료 解决 已解决 完成 已完成 关闭 已关闭 已解決 關閉 已關閉
`);

/** What may stand beside it. */
const ABOUT = wordsIn(`
  this the issue request ticket work item case chat mark as set to it
  diese diesen dieses die den das anfrage vorgang vorgangs auftrag als markieren
  la le cette ce demande ticket comme marquer el esta este solicitud incidencia como marcar
  a o esta solicitação item richiesta questa come segna de dit deze verzoek als markeren
  ärendet sagen saken zgłoszenie jako oznacz požadavek kérés запрос задачу запит talebi isteği
`);

/** Parts of names of ways back. */
const REOPENS = [
  ...wordsIn(`
    reopen re-open wieder erneut rouvrir réouvrir reabrir riapri heropen återöppna genåbn gjenåpne
    otwórz znovu újra переоткр повторно yeniden 再オープン 再開 다시 重新
  `),
];

/** A hint, where there are several ways back. */
export const saysItReopens = (name: string): boolean =>
  REOPENS.some((word) => name.toLowerCase().normalize('NFC').includes(word));
